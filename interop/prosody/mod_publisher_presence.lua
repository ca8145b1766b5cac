-- Lets every session see the publisher's presence without any roster, as Finesse agents do:
-- with its own first presence it gets the publisher's, and all are told when the publisher comes or goes.
local st = require "util.stanza";
local publisher = module:get_option_string("publisher", "finesse");
local users = prosody.hosts[module.host].sessions;

local function tell(presence, from, to)
	local copy = st.clone(presence);
	copy.attr.from, copy.attr.to = from.full_jid, to.full_jid;
	module:send(copy);
end

-- Calls `act` with every available session of the users that `wanted` accepts.
local function each_available(wanted, act)
	for name, user in pairs(users) do
		if wanted(name) then
			for _, session in pairs(user.sessions) do
				if session.presence then act(session); end
			end
		end
	end
end

local function is_publisher(name) return name == publisher; end
local function is_other(name) return name ~= publisher; end

local function tell_others(presence, from)
	each_available(is_other, function (session) tell(presence, from, session); end);
end

module:hook("presence/initial", function (event)
	local session = event.origin;
	if is_publisher(session.username) then
		tell_others(event.stanza, session);
	else
		each_available(is_publisher, function (from) tell(from.presence, from, session); end);
	end
end);

-- A lost connection ends in the same stanza as a goodbye. Before the host handles it, while the session still counts.
module:hook("presence/bare", function (event)
	local session, stanza = event.origin, event.stanza;
	local is_goodbye = stanza.attr.to == nil and stanza.attr.type == "unavailable";
	if is_goodbye and is_publisher(session.username) and session.presence then
		tell_others(stanza, session);
	end
end, 10);

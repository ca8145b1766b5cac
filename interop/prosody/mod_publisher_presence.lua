-- Lets agents and the publisher see each other's presence without any roster, as Finesse agents do: with its first
-- presence a session gets that of the other side, and the other side is told when it comes or goes. Agents do not see agents.
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

-- Whoever this session is to see, and to be seen by: the publisher for an agent, all agents for the publisher.
local function each_counterpart(session, act)
	local is_publisher = session.username == publisher;
	each_available(function (name) return (name == publisher) ~= is_publisher; end, act);
end

module:hook("presence/initial", function (event)
	local session, presence = event.origin, event.stanza;
	each_counterpart(session, function (other)
		tell(presence, session, other);
		tell(other.presence, other, session);
	end);
end);

-- A lost connection ends in the same stanza as a goodbye. Before the host handles it, while the session still counts.
module:hook("presence/bare", function (event)
	local session, stanza = event.origin, event.stanza;
	local is_goodbye = stanza.attr.to == nil and stanza.attr.type == "unavailable";
	if is_goodbye and session.presence then
		each_counterpart(session, function (other) tell(stanza, session, other); end);
	end
end, 10);

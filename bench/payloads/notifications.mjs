// Notifications in the sizes that real ones have; the people are invented.

const STATES = ['READY', 'NOT_READY', 'TALKING', 'WORK', 'RESERVED', 'HOLD'];
const NAMES = ['Adwin', 'Bellis', 'Corvane', 'Dulmer', 'Esparow', 'Fennick', 'Gorlach'];

/** The id of the n-th agent of the benchmark's contact centre. */
export function agentId(n) {
  return String(1001001 + n);
}

/** The state that `userUpdate` gives an agent at a step. */
export function stateAt(step) {
  return STATES[step % STATES.length];
}

/** About 1,000 characters: an agent changed state. `step` moves state and time on. */
export function userUpdate(n, step, at = 1_774_000_000_000) {
  const id = agentId(n);
  const state = stateAt(step);
  return `<Update>
  <data>
    <user>
      <dialogs>/finesse/api/User/${id}/Dialogs</dialogs>
      <extension>${id}</extension>
      <firstName>${NAMES[n % NAMES.length]}</firstName>
      <lastName>Quill &amp; Sons</lastName>
      <loginId>${id}</loginId>
      <loginName>agent${n}</loginName>
      <mediaType>1</mediaType>
      <pendingState></pendingState>
      <reasonCodeId>${n % 9}</reasonCodeId>
      <roles><role>Agent</role></roles>
      <settings><wrapUpOnIncoming>OPTIONAL</wrapUpOnIncoming><wrapUpOnOutgoing>NOT_ALLOWED</wrapUpOnOutgoing></settings>
      <state>${state}</state>
      <stateChangeTime>${new Date(at + step).toISOString()}</stateChangeTime>
      <teamId>${31 + (n % 30)}</teamId>
      <teamName>Invented team ${n % 30}</teamName>
      <uri>/finesse/api/User/${id}</uri>
      <wrapUpTimer>7200</wrapUpTimer>
      <skillTargetId>${5000 + n}</skillTargetId>
      <activeDeviceId></activeDeviceId>
    </user>
  </data>
  <event>PUT</event>
  <requestId></requestId>
  <source>/finesse/api/User/${id}</source>
</Update>`;
}

/** About 2,470 characters: a call with two parties and call variables. */
export function dialogUpdate(n, step, at = 1_774_000_000_000) {
  const id = 77001 + n;
  const time = new Date(at + step).toISOString();
  const variables = Array.from(
    { length: 10 },
    (_, i) =>
      `<CallVariable><name>callVariable${i + 1}</name><value>${i % 3 === 0 ? 'Fish &amp; Chips' : ''}</value></CallVariable>`,
  ).join('');
  return `<Update><data><dialog><associatedDialogUri></associatedDialogUri><fromAddress>+4930770011</fromAddress><id>${id}</id><secondaryId></secondaryId><mediaProperties><mediaId>1</mediaId><DNIS>6000</DNIS><callType>ACD_IN</callType><dialedNumber>6000</dialedNumber><outboundClassification></outboundClassification><queueNumber>41</queueNumber><queueName>Billing &lt;EN&gt;</queueName><callKeyCallId>${id}</callKeyCallId><callKeySequenceNum>1</callKeySequenceNum><callKeyPrefix>153</callKeyPrefix><wrapUpReason></wrapUpReason><callvariables>${variables}<CallVariable><name>user.ticket[0]</name><value>T-${step}</value></CallVariable></callvariables></mediaProperties><mediaType>Voice</mediaType><participants>${participant(agentId(n), 'AGENT_DEVICE', time)}${participant('+4930770011', '', time)}</participants><state>ACTIVE</state><toAddress>6000</toAddress><uri>/finesse/api/Dialog/${id}</uri></dialog></data><event>PUT</event><requestId></requestId><source>/finesse/api/Dialog/${id}</source></Update>`;
}

function participant(address, type, time) {
  const actions = ['HOLD', 'DROP', 'UPDATE_CALL_DATA', 'CONSULT_CALL', 'TRANSFER_SST', 'SEND_DTMF'];
  return `<Participant><actions>${actions.map((action) => `<action>${action}</action>`).join('')}</actions><mediaAddress>${address}</mediaAddress><mediaAddressType>${type}</mediaAddressType><startTime>${time}</startTime><state>ACTIVE</state><stateCause></stateCause><stateChangeTime>${time}</stateChangeTime></Participant>`;
}

/** About 650 characters: the statistics of a queue. */
export function queueUpdate(n, step) {
  const id = 41 + n;
  return `<Update><data><Queue><uri>/finesse/api/Queue/${id}</uri><name>Billing</name><statistics><callsInQueue>${step % 50}</callsInQueue><startTimeOfLongestCallInQueue>2026-03-02T08:11:05Z</startTimeOfLongestCallInQueue><agentsReady>0</agentsReady><agentsNotReady>3</agentsNotReady><agentsBusyOther>1</agentsBusyOther><agentsLoggedOn>9</agentsLoggedOn><agentsTalkingInbound>4</agentsTalkingInbound><agentsTalkingOutbound>0</agentsTalkingOutbound><agentsTalkingInternal>0</agentsTalkingInternal><agentsWrapUpNotReady>1</agentsWrapUpNotReady><agentsWrapUpReady>0</agentsWrapUpReady></statistics></Queue></data><event>PUT</event><requestId></requestId><source>/finesse/api/Queue/${id}</source></Update>`;
}

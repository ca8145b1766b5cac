import { userNode } from 'finesse-tunnel/protocol';
import { makeContactCenter } from './testing/make-contact-center';

describe('A notification', () => {
  it('of a user reads as Finesse writes it', () => {
    const { contactCenter, published } = makeContactCenter();
    contactCenter.agents.signIn('1000001', '54101');
    contactCenter.agents.request('1000001', {
      state: 'NOT_READY',
      reasonCodeId: 32,
      by: 'self',
      requestId: 'c0ffee01',
    });
    const user = contactCenter.user('1000001');
    const team = contactCenter.world.teams.get('31');

    const payload = published.filter(({ node }) => node === userNode('1000001')).at(-1)?.payload;

    expect(payload).toBe(`<Update>
  <data>
    <user>
      <dialogs>/finesse/api/User/1000001/Dialogs</dialogs>
      <extension>54101</extension>
      <firstName>${user?.firstName ?? ''}</firstName>
      <lastName>${user?.lastName ?? ''}</lastName>
      <loginId>1000001</loginId>
      <loginName>${user?.loginName ?? ''}</loginName>
      <mediaType>1</mediaType>
      <pendingState></pendingState>
      <reasonCode>
        <category>NOT_READY</category>
        <code>204</code>
        <forAll>true</forAll>
        <id>32</id>
        <label>Lunch</label>
        <uri>/finesse/api/ReasonCode/32</uri>
      </reasonCode>
      <reasonCodeId>32</reasonCodeId>
      <roles>
        <role>Agent</role>
        <role>Supervisor</role>
      </roles>
      <settings>
        <wrapUpOnIncoming>REQUIRED</wrapUpOnIncoming>
        <wrapUpOnOutgoing>NOT_ALLOWED</wrapUpOnOutgoing>
      </settings>
      <state>NOT_READY</state>
      <stateChangeTime>2026-03-02T08:00:00.000Z</stateChangeTime>
      <teamId>31</teamId>
      <teamName>${team?.name ?? ''}</teamName>
      <teams>
        <Team>
          <id>31</id>
          <name>${team?.name ?? ''}</name>
          <uri>/finesse/api/Team/31</uri>
        </Team>
      </teams>
      <uri>/finesse/api/User/1000001</uri>
      <wrapUpTimer>120</wrapUpTimer>
    </user>
  </data>
  <event>PUT</event>
  <requestId>c0ffee01</requestId>
  <source>/finesse/api/User/1000001</source>
</Update>`);
  });

  it('of a call reads as Finesse writes it, whatever stands in it', () => {
    const { contactCenter, published } = makeContactCenter();
    contactCenter.setAgentState('1001001', { state: 'READY' });
    published.length = 0;

    contactCenter.createDialog({
      from: '+15550100',
      to: '1001001',
      queueId: '41',
      variables: [{ name: 'callVariable1', value: 'Fish & <Chips>' }],
    });

    const payload = published.find(({ node }) => node.endsWith('/Dialogs'))?.payload;
    const time = '2026-03-02T08:00:00.000Z';
    expect(payload).toBe(`<Update>
  <data>
    <dialogs>
      <Dialog>
        <associatedDialogUri></associatedDialogUri>
        <fromAddress>+15550100</fromAddress>
        <id>77001</id>
        <secondaryId></secondaryId>
        <mediaProperties>
          <mediaId>1</mediaId>
          <DNIS>6000</DNIS>
          <callType>ACD_IN</callType>
          <dialedNumber>6000</dialedNumber>
          <queueNumber>41</queueNumber>
          <queueName>Teapot Orders</queueName>
          <outboundClassification></outboundClassification>
          <wrapUpReason></wrapUpReason>
          <callvariables>
            <CallVariable>
              <name>callVariable1</name>
              <value>Fish &amp; &lt;Chips&gt;</value>
            </CallVariable>
          </callvariables>
        </mediaProperties>
        <mediaType>Voice</mediaType>
        <participants>
          <Participant>
            <actions>
              <action>ANSWER</action>
            </actions>
            <mediaAddress>1001001</mediaAddress>
            <mediaAddressType>AGENT_DEVICE</mediaAddressType>
            <startTime>${time}</startTime>
            <state>ALERTING</state>
            <stateCause></stateCause>
            <stateChangeTime>${time}</stateChangeTime>
          </Participant>
          <Participant>
            <actions>
              <action>DROP</action>
              <action>UPDATE_CALL_DATA</action>
            </actions>
            <mediaAddress>+15550100</mediaAddress>
            <mediaAddressType></mediaAddressType>
            <startTime>${time}</startTime>
            <state>INITIATED</state>
            <stateCause></stateCause>
            <stateChangeTime>${time}</stateChangeTime>
          </Participant>
        </participants>
        <state>ALERTING</state>
        <toAddress>1001001</toAddress>
        <uri>/finesse/api/Dialog/77001</uri>
      </Dialog>
    </dialogs>
  </data>
  <event>POST</event>
  <requestId></requestId>
  <source>/finesse/api/User/1001001/Dialogs</source>
</Update>`);
  });
});

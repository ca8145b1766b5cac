import { ADMINISTRATOR, ID, IKO, makeRestApi, SUPERVISOR } from '../testing/make-rest-api';

describe('The REST API on what a desktop reads once', () => {
  for (const { path, root } of [
    { path: `User/${ID}/PhoneBooks`, root: 'PhoneBooks' },
    { path: 'PhoneBook/1/Contacts', root: 'Contacts' },
    { path: `User/${ID}/MediaPropertiesLayout`, root: 'MediaPropertiesLayout' },
    { path: `User/${ID}/MediaPropertiesLayouts`, root: 'MediaPropertiesLayouts' },
    { path: 'TeamResource/31/LayoutConfig', root: 'LayoutConfig' },
    { path: `Devices?extension=${ID}`, root: 'Devices' },
  ]) {
    it(`answers ${path}`, async () => {
      const { send } = await makeRestApi();

      const { status, body } = await send(path);

      expect(status).toBe(200);
      expect(body.startsWith(`<${root}>`))
        .withContext(body)
        .toBeTrue();
    });
  }

  it('writes phone books as documented', async () => {
    const { send } = await makeRestApi();

    const { body } = await send(`User/${ID}/PhoneBooks`);

    expect(body.replaceAll(/>\s+</g, '><')).toContain(
      '<Contact><firstName>Lost &amp; Found</firstName><lastName>Desk</lastName><phoneNumber>+15550173</phoneNumber>' +
        '<description>Umbrellas &lt;mostly&gt;</description><uri>/finesse/api/PhoneBook/1/Contact/3</uri></Contact>',
    );
  });

  it('keeps each from those whom it does not concern', async () => {
    const { send } = await makeRestApi();

    const asked = [
      send(`User/${ID}/PhoneBooks`, { as: IKO }),
      send('TeamResource/31/LayoutConfig', { as: IKO }),
      send('TeamResource/99/LayoutConfig'),
      send('LayoutConfig/default'),
      send('LayoutConfig/default', { as: ADMINISTRATOR }),
      send('PhoneBook/2/Contacts'),
      send('Devices'),
      send('Devices?extension=99999'),
    ];

    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 404, 401, 200, 404, 400, 200]);
    expect(answers.at(-1)?.body).toBe('<Devices/>');
  });

  it('takes the log of a client, from the client alone', async () => {
    const { post } = await makeRestApi();
    const log = '<ClientLog><logData>one line</logData></ClientLog>';

    const path = `User/${ID}/ClientLog`;
    const answers = [
      await post(path, log),
      await post(path, log, { as: SUPERVISOR }),
      await post(path, log, { as: IKO }),
      await post(path, '<ClientLog/>'),
      await post(path, '<Log/>'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([202, 401, 401, 400, 400]);
  });
});

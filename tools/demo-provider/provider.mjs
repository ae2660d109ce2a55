import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';
import { choicePage, leavePage } from './choice-page.mjs';

/** What of a person is told, in the token itself. */
const claims = { openid: ['sub', 'name', 'groups', 'department', 'amr', 'acr', 'auth_time'] };

/**
 * The listener of a provider that knows these people and this one client.
 * @param {string} issuer
 * @param {{ clientId: string, clientSecret: string, returnAddresses: string[], leftAddresses?: string[], people: { sub: string, name: string }[] }} known
 */
export function demoProvider(issuer, { clientId, clientSecret, returnAddresses, leftAddresses = [], people }) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: returnAddresses,
        post_logout_redirect_uris: leftAddresses,
      },
    ],
    claims,
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: leftAddresses.length > 0, logoutSource: askWhetherToLeave },
    },
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    jwks: { keys: [signingKey()] },
    interactions: { url: (_, { uid }) => `/choice/${uid}` },
    findAccount: (_, sub) => accountOf(people, sub),
    loadExistingGrant: (ctx) => grantOf(provider, ctx.oidc),
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, AuthorizationCode: 60, AccessToken: 300, IdToken: 300 },
  });
  const answer = provider.callback();
  return (request, response) => {
    if (request.url?.startsWith('/choice/')) choose(provider, people, request, response).catch(() => gone(response));
    else void answer(request, response);
  };
}

function askWhetherToLeave(ctx, form) {
  ctx.body = leavePage(form);
}

const accountOf = (people, sub) => {
  const person = people.find((each) => each.sub === sub);
  return person && { accountId: sub, claims: () => person };
};

/** Nobody is asked whether their name may be told: the one client is the demo itself. */
async function grantOf(provider, { client, session, params }) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

async function choose(provider, people, request, response) {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(choicePage(people, params));
    return;
  }
  const form = new URLSearchParams(await text(request));
  const result = form.has('refuse')
    ? { error: 'access_denied', error_description: 'nobody was chosen' }
    : { login: { accountId: form.get('sub') ?? '', ...(form.has('factor') ? { amr: ['pwd', 'mfa'] } : {}) } };
  await provider.interactionFinished(request, response, result);
}

function gone(response) {
  if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
  response.end('This choice is over; begin again.');
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') };
}

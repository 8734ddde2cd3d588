// A page that nobody uses locks: the server has a timer of its own, this one warns first. Clocks are compared, since a
// timer stands still while a device sleeps.
const meta = document.querySelector('meta[name=lock-after]');
const after = Number(meta.content) * 1000;
const warnBefore = Math.min(60000, after / 5);
const tellEvery = Math.min(30000, after / 5);
let used = Date.now();
let told = used;
let warning;

const stay = () => {
  used = Date.now();
  warning?.close();
  if (used - told < tellEvery) return;
  told = used;
  fetch('/awake', {method: 'POST', body: window.name}).catch(() => {});
};

const lock = () => {
  document.documentElement.style.visibility = 'hidden';
  window.leaving = true;
  navigator.sendBeacon('/lock', window.name);
  location.replace('/return');
};

const warn = () => {
  warning = document.createElement('dialog');
  warning.className = 'warning';
  warning.setAttribute('role', 'alertdialog');
  warning.setAttribute('aria-labelledby', 'warning-title');
  const title = document.createElement('h2');
  title.id = 'warning-title';
  title.textContent = meta.dataset.title;
  const text = document.createElement('p');
  text.textContent = meta.dataset.text;
  const button = document.createElement('button');
  button.className = 'go';
  button.textContent = meta.dataset.stay;
  button.addEventListener('click', () => warning.close());
  warning.append(title, text, button);
  warning.addEventListener('close', () => {
    warning.remove();
    warning = undefined;
    told = 0;
    stay();
  });
  document.body.append(warning);
  warning.showModal();
};

// A card for a call stays while it is read, and for no longer than it says.
const look = () => {
  const card = document.querySelector('[data-until]');
  if (card) {
    if (Date.now() >= card.dataset.until) lock();
    return;
  }
  // Two who talk look at each other, and may leave a card of the deck lying for longer than another page.
  const idle = Date.now() - used - (document.querySelector('[data-rest]')?.dataset.rest ?? 0);
  if (idle >= after) lock();
  else if (idle >= after - warnBefore && !warning) warn();
};

// While the warning stands, only an answer to it counts as being here.
for (const kind of ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'scroll', 'input'])
  addEventListener(kind, () => { if (!warning) stay(); }, {capture: true, passive: true});
addEventListener('visibilitychange', look);
setInterval(look, 1000);

// Who hands the device over is on the way to the cover already.
addEventListener('submit', () => { window.leaving = true; }, true);

// Leaving has to work before the framework has loaded and when the server is gone: blank first, then go, and tell on the
// way out. Told earlier, the server would end the session while this page stands, and the page would follow that instead.
const blank = () => {
  document.documentElement.style.visibility = 'hidden';
  document.title = ' ';
};
const others = new BroadcastChannel('both-yes');
const go = () => {
  blank();
  window.leaving = true; // a server that hears of it and locks this page must not lead it elsewhere
  window.name = '';
  location.replace('/away');
};
const leave = () => {
  others.postMessage('left');
  addEventListener('pagehide', () => navigator.sendBeacon('/leave'), {once: true});
  go();
};
// Whoever leaves leaves with every tab of this browser.
others.addEventListener('message', go);
addEventListener('click', event => {
  const link = event.target instanceof Element && event.target.closest('[data-leave]');
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  leave();
}, true);
// Shift three times within two seconds and nothing in between leaves too; Shift held to type does not.
let shifts = [];
addEventListener('keydown', event => {
  if (event.repeat) return;
  const now = Date.now();
  shifts = event.key === 'Shift' ? [...shifts, now].filter(then => now - then < 2000) : [];
  if (shifts.length === 3) leave();
}, true);
// A page that the browser keeps for its back button is kept blank, and asked for anew when it comes back.
addEventListener('pagehide', blank);
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
// The page to leave to is fetched ahead, so that it comes when the server does not.
fetch('/away').catch(() => {});

// While somebody reads or types and the browser has nothing else to do, what the doors and the rooms need is fetched.
addEventListener('load', () => (window.requestIdleCallback ?? setTimeout)(() => {
  if (navigator.connection?.saveData) return;
  const ahead = document.querySelector('[data-ahead]')?.dataset.ahead; // not on every page, and empty where there are no rooms
  for (const href of ahead ? ahead.split(' ') : []) {
    document.head.append(Object.assign(document.createElement('link'), {rel: 'prefetch', href}));
  }
}));

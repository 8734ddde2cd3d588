// While somebody reads or types and the browser has nothing else to do, what the doors and the rooms need is fetched.
addEventListener('load', () => (window.requestIdleCallback ?? setTimeout)(() => {
  if (navigator.connection?.saveData) return;
  for (const href of document.querySelector('[data-ahead]').dataset.ahead.split(' ')) {
    document.head.append(Object.assign(document.createElement('link'), {rel: 'prefetch', href}));
  }
}));

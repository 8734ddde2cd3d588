// While somebody reads or types and the browser has nothing else to do, what the doors and the rooms need is fetched, so
// that it lies in its cache. A link to prefetch would do so in Chromium alone.
addEventListener('load', () => (window.requestIdleCallback ?? setTimeout)(() => {
  if (navigator.connection?.saveData) return;
  const ahead = document.querySelector('[data-ahead]')?.dataset.ahead; // not on every page, and empty where there are no rooms
  for (const href of ahead ? ahead.split(' ') : [])
    fetch(href, {priority: 'low'}).then(file => file.blob()).catch(() => {});
}));

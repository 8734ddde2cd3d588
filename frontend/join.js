// An invitation's link carries its code behind the #, which no server and no log sees.
const field = document.querySelector('[data-from-link]');
if (location.hash.length > 1) {
  field.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
}

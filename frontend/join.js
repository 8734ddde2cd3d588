// An invitation's link carries its code behind the #, which no server and no log sees.
const field = document.querySelector('[data-from-link]');
const takeFromLink = () => {
  if (location.hash.length < 2) return;
  field.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
};
takeFromLink();
// A link pasted while the page is open already loads nothing anew.
addEventListener('hashchange', takeFromLink);

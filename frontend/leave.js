// Leaving has to work before the framework has loaded and when the server is gone: blank first, then tell, then go.
addEventListener('click', event => {
  const link = event.target instanceof Element && event.target.closest('[data-leave]');
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  document.documentElement.style.visibility = 'hidden';
  document.title = ' ';
  window.name = '';
  navigator.sendBeacon('/leave');
  location.replace(link.getAttribute('href'));
}, true);

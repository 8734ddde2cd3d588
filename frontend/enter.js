// The handle tells the server who this tab is. It is worth nothing without the session's cookie.
window.name = document.body.dataset.handle;
location.replace(document.body.dataset.to);

// A phone joins by the code behind the #, which no server's log sees, and looks again whenever it is told to.
const main = () => document.getElementById('main');
let asked = 0;
const show = async (address, options) => {
  const turn = ++asked;
  try {
    const answer = await fetch(address, options);
    if (!answer.ok && answer.status !== 422) throw new Error(); // a wrong code comes back with a word about it
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('main');
    // What was asked for later is newer, and must not go from under a finger; it may not know of a vote yet.
    if (turn !== asked) return options && show('/vote');
    if (next.innerHTML === main().innerHTML) return;
    const focused = document.activeElement?.id;
    main().replaceWith(next);
    document.getElementById(focused)?.focus({preventScroll: true});
    listen();
  } catch {
    const says = main().querySelector('[role=status]') ?? main().querySelector('.lead');
    if (says) says.textContent = main().dataset.failed; // what was there stays
  }
};
addEventListener('submit', event => {
  event.preventDefault();
  show(event.target.action, {method: 'POST', body: new URLSearchParams(new FormData(event.target, event.submitter))});
});
let line;
const listen = () => {
  const news = main().querySelector('[data-news]')?.dataset.news;
  if (news && line) return;
  line?.close();
  line = news && new EventSource(news);
  line?.addEventListener('message', () => show('/vote'));
};
listen();
const joinByLink = () => {
  const code = main().querySelector('[name=code]');
  const typed = location.hash.slice(1);
  if (!typed) return;
  history.replaceState(null, '', location.pathname);
  if (!code) return;
  code.value = typed;
  code.form.requestSubmit();
};
joinByLink();
// A link pasted while the page is open already loads nothing anew.
addEventListener('hashchange', joinByLink);

// The room must not see a page load: what is posted comes back into the page that stands. Without this the form posts itself.
const key = {ArrowRight: 'uncover', PageDown: 'uncover', ' ': 'uncover', a: 'all', c: 'cover', p: 'people', n: 'naive', f: 'fishing', q: 'questions', v: 'vote', g: 'again', o: 'open', r: 'reset'};
const form = () => document.querySelector('form');
// The presenter's window, in the same browser: it says what is to be done, and hears how the stage stands.
const presenter = new BroadcastChannel('both-yes-stage ' + form().dataset.lesson);
const tell = fresh => presenter.postMessage({
  fresh,
  view: form().view.value,
  next: document.querySelector('tr:has(.covered) > th')?.textContent.trim() ?? '',
});
const does = async (what, id) => {
  const before = form();
  try {
    const fields = new URLSearchParams(new FormData(before));
    fields.set('do', what);
    const answer = await fetch(before.action, {method: 'POST', body: fields});
    if (!answer.ok) throw new Error();
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('form');
    before.replaceWith(next);
    document.getElementById(id)?.focus({preventScroll: true});
    if (what === 'uncover') next.querySelectorAll('tbody tr')[next.uncovered.value - 1]?.scrollIntoView({block: 'center'});
    listen();
    tell(false);
  } catch {
    document.getElementById('says').textContent = before.dataset.failed; // the page stays, and so does all that is on it
  }
};
// One after the other: each begins with what the one before has made of the stage.
let turn = Promise.resolve();
const act = (what, id) => turn = turn.then(() => does(what, id));
addEventListener('submit', event => {
  event.preventDefault();
  act(event.submitter.value, event.submitter.id);
});
// A clicker sends PageDown; letters are for the educator's own keyboard.
const press = pressed => {
  if (pressed === 'h') document.body.classList.toggle('clean');
  const id = key[pressed];
  if (!id) return false;
  turn = turn.then(() => { // what a button does hangs on what was pressed before
    const button = document.getElementById(id);
    return button && !button.disabled && does(button.value, id);
  });
  return true;
};
addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === ' ' && document.activeElement?.matches('button, a')) return;
  if (press(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
});
presenter.addEventListener('message', ({data}) => {
  if (data.do) act(data.do);
  if (data.key) press(data.key);
  if ('there' in data) document.body.classList.toggle('clean', data.there);
  if (data.there) tell(false);
});
tell(true);
addEventListener('pagehide', () => presenter.postMessage({gone: true}));
// How many have voted, as it happens.
let line;
const listen = () => {
  const news = document.querySelector('[data-news]')?.dataset.news;
  if (news && line) return;
  line?.close();
  line = news && new EventSource(news);
  line?.addEventListener('message', ({data}) => {
    const [phones, votes] = data.split(' ');
    document.getElementById('phones')?.replaceChildren(phones);
    document.getElementById('votes')?.replaceChildren(votes);
  });
};
listen();

// The room must not see a page load: what is posted comes back into the page that stands. Without this the form posts itself.
const key = {ArrowRight: 'uncover', PageDown: 'uncover', ' ': 'uncover', a: 'all', c: 'cover', n: 'naive', f: 'fishing', o: 'open', r: 'reset'};
addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  const pressed = event.submitter;
  try {
    const answer = await fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form, pressed))});
    if (!answer.ok) throw new Error();
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('form');
    form.replaceWith(next);
    document.getElementById(pressed?.id)?.focus({preventScroll: true});
    if (pressed?.id === 'uncover') next.querySelectorAll('tbody tr')[next.uncovered.value - 1]?.scrollIntoView({block: 'center'});
  } catch {
    document.getElementById('says').textContent = form.dataset.failed; // the page stays, and so does all that is on it
  }
});
// A clicker sends PageDown; letters are for the educator's own keyboard.
addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === ' ' && document.activeElement?.matches('button, a')) return;
  const button = document.getElementById(key[event.key.length === 1 ? event.key.toLowerCase() : event.key]);
  if (!button || button.disabled) return;
  event.preventDefault();
  button.click();
});

// Numbers pick an answer, Enter goes on: in the group that has the focus, else in the first one without an answer.
addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const at = document.activeElement;
  if (at?.matches('input:not([type=radio], [type=checkbox]), textarea, select')) return;
  if (/^[1-9]$/.test(event.key)) {
    const groups = [...document.querySelectorAll('vaadin-radio-group')];
    const group = at?.closest('vaadin-radio-group')
      ?? groups.find(g => !g.querySelector('vaadin-radio-button[checked]')) ?? groups[0];
    const answer = group?.querySelectorAll('vaadin-radio-button')[event.key - 1];
    if (answer) {
      event.preventDefault();
      answer.querySelector('input').focus();
      answer.click();
    }
  } else if (event.key === 'Enter' && !at?.closest('a, button, vaadin-button, summary')) {
    document.querySelector('.next')?.click();
  }
});

// A group says what is picked as soon as it stands on the page, and again when the server has changed it. Who has told it
// needs no telling, and the first tap would wait until it had been: a whole way there and back.
let acts = false;
for (const act of ['click', 'change', 'keydown'])
  addEventListener(act, () => {
    acts = true;
    setTimeout(() => acts = false);
  }, true);
for (const change of ['value-changed', 'checked-changed', 'indeterminate-changed'])
  addEventListener(change, event => {
    if (!acts && event.target.closest('vaadin-radio-group, vaadin-checkbox-group')) event.stopImmediatePropagation();
  }, true);

// What was touched is not saved until the server has said so, even if an earlier answer was.
addEventListener('change', event => {
  const saved = document.querySelector('.saved');
  if (saved && event.target.matches('vaadin-radio-button > input, vaadin-checkbox > input'))
    saved.dataset.pending = (saved.dataset.pending | 0) + 1;
});

// Copy; and share, where the browser knows how to: the button for it is hidden elsewhere.
document.documentElement.classList.toggle('shares', !!navigator.share);
addEventListener('click', async event => {
  const button = event.target instanceof Element && event.target.closest('[data-copy], [data-share]');
  if (!button) return;
  const {copy, share, text, done} = button.dataset;
  const taken = document.getElementById(copy ?? share)?.textContent.trim();
  try {
    if (share) await navigator.share({text: text + ' ' + taken});
    else await navigator.clipboard.writeText(taken);
    button.querySelector('[role=status]').textContent = done;
  } catch {
    // Not shared after all, or no clipboard here: the text stands on the page.
  }
});

// Cards are turned by the arrows and by a swipe, too.
const turn = way => document.getElementById(way)?.click();
addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (event.key === 'ArrowRight') turn('turn-next');
  else if (event.key === 'ArrowLeft') turn('turn-back');
});
let touched;
addEventListener('touchstart', event => { touched = event.touches.length === 1 ? event.touches[0] : undefined; }, {passive: true});
addEventListener('touchend', event => {
  if (!touched) return;
  const [x, y] = [event.changedTouches[0].clientX - touched.clientX, event.changedTouches[0].clientY - touched.clientY];
  if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 'turn-next' : 'turn-back');
}, {passive: true});

// The menu goes by Escape, and by a tap beside it.
const menu = () => document.querySelector('.menu[open]');
addEventListener('keydown', event => {
  const open = menu();
  if (event.key !== 'Escape' || event.isComposing || !open) return;
  open.open = false;
  open.querySelector('summary').focus();
});
addEventListener('pointerup', event => {
  const open = menu();
  if (open && !open.contains(event.target)) open.open = false;
});

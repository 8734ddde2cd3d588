// A pad on the page leaves nothing to suggest in a keyboard's memory. Without it the field is typed in as any other.
for (const set of document.querySelectorAll('fieldset.pin')) {
  const fields = [...set.querySelectorAll('input')];
  const words = set.dataset;
  let field = fields[0];
  const count = document.createElement('output');
  const say = () => {
    count.className = 'tiny';
    count.textContent = words.count.replace('0', [...field.value].length);
  };
  for (const each of fields) {
    each.addEventListener('focus', () => { field = each; say(); });
    each.addEventListener('input', say);
  }
  const press = key => {
    field.value = key === '' ? field.value.slice(0, -1) : field.value + key;
    say();
  };
  const pad = document.createElement('div');
  pad.className = 'pad';
  pad.setAttribute('role', 'group');
  pad.setAttribute('aria-label', words.pad);
  const button = (text, done, label) => {
    const made = Object.assign(document.createElement('button'), {type: 'button', textContent: text});
    if (label) made.setAttribute('aria-label', label);
    made.addEventListener('click', done);
    pad.append(made);
    return made;
  };
  for (const digit of '123456789') button(digit, () => press(digit));
  const show = button(words.show, () => {
    const shown = set.classList.toggle('shown');
    show.textContent = shown ? words.hide : words.show;
  });
  button('0', () => press('0'));
  button('⌫', () => press(''), words.delete);
  set.append(pad, count);
  // The two have to be the same: said here, before anything is sent; the server looks again.
  set.closest('form').addEventListener('submit', event => {
    const [first, again] = fields;
    if (!again || first.value === again.value) return;
    event.preventDefault();
    document.getElementById('fault')?.remove(); // it was said of what was typed before
    again.focus(); // first, since it has the characters counted
    count.className = 'fault';
    count.textContent = words.differs;
    count.scrollIntoView({block: 'nearest'});
  });
}

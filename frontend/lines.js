// What the page of lines can do besides: copy one, and say how many there are now.
addEventListener('DOMContentLoaded', () => {
  const {found} = document.querySelector('.pick').dataset;
  const status = document.querySelector('.pick [role=status]');
  const shown = element => getComputedStyle(element).display !== 'none';
  const count = () => status.textContent = found + ' ' + [...document.querySelectorAll('.moment li')]
      .filter(line => shown(line) && shown(line.closest('.moment'))).length;
  document.querySelector('.pick').addEventListener('change', count);
  for (const line of document.querySelectorAll('.moment li')) {
    const {copy, copied} = line.parentElement.dataset;
    const text = line.firstElementChild.textContent;
    const button = Object.assign(document.createElement('button'), {className: 'copy', type: 'button', textContent: copy});
    button.setAttribute('aria-label', copy + ': ' + text);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = copied;
      setTimeout(() => button.textContent = copy, 2000);
    });
    line.append(button);
  }
});

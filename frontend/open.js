{
  // On paper nothing can be opened.
  const opened = [];
  addEventListener('beforeprint', () => document.querySelectorAll('details:not([open])').forEach(part => {
    part.open = true;
    opened.push(part);
  }));
  addEventListener('afterprint', () => opened.splice(0).forEach(part => part.open = false));

  // Who comes for one part finds it open.
  const reveal = () => {
    const part = document.getElementById(location.hash.slice(1))?.closest('details');
    if (part) part.open = true;
  };
  addEventListener('DOMContentLoaded', reveal);
  addEventListener('hashchange', reveal);
}

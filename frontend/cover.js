// The tab belongs to nobody now: whoever comes next gets a handle of their own.
window.name = '';

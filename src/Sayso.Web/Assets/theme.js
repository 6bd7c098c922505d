// Runs before anything is drawn, so that a chosen theme never flashes.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (localStorage.getItem('marks') === 'none') root.dataset.marks = 'none';
  } catch {
    // A browser that keeps nothing shows what the system has.
  }
})();

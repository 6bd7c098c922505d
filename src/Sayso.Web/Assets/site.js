// Everything works without this script; with it, it works by keyboard, while typing and beside the text.
'use strict';
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* nothing is kept */ } };

  // --- Theme and marks -------------------------------------------------------------------------------------------
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const setTheme = theme => {
    if (theme === 'system') delete root.dataset.theme; else root.dataset.theme = theme;
    keep('theme', theme);
  };
  const setMarks = marks => {
    if (marks === 'none') root.dataset.marks = 'none'; else delete root.dataset.marks;
    keep('marks', marks);
    for (const button of all('[data-do="marks"]')) {
      button.setAttribute('aria-pressed', String(marks === 'none'));
    }
  };
  const doings = {
    theme: () => setTheme(isDark() ? 'light' : 'dark'),
    keys: () => document.getElementById('keys').showModal(),
    marks: () => setMarks(root.dataset.marks === 'none' ? 'all' : 'none'),
  };
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-do]');
    if (button) doings[button.dataset.do]?.(button);
  });
  for (const button of all('[data-do="marks"]')) button.setAttribute('aria-pressed', String(root.dataset.marks === 'none'));
  const settings = document.querySelector('[data-settings]');
  if (settings) {
    settings.elements.theme.value = root.dataset.theme ?? 'system';
    settings.elements.marks.value = root.dataset.marks ?? 'all';
    settings.addEventListener('change', event => (event.target.name === 'theme' ? setTheme : setMarks)(event.target.value));
    settings.addEventListener('submit', event => event.preventDefault());
  }

  // --- The annotated edition: notes beside their lines, light on what belongs together -----------------------------
  const edition = document.querySelector('[data-edition]');
  const notes = edition ? all('.note', edition) : [];
  const besides = matchMedia('(min-width: 72.01rem)');
  const printing = matchMedia('print');

  function place() {
    if (!notes.length) return;
    if (!besides.matches || printing.matches) {
      for (const note of notes) note.style.top = '';
      return;
    }
    const tops = notes.map(note => {
      const ref = edition.querySelector(`.text .ref[data-s="${note.dataset.s}"]`);
      const para = note.closest('.para').getBoundingClientRect();
      return { para: para.top + scrollY, want: (ref ? ref.getBoundingClientRect().top - 3 : para.top) + scrollY, height: note.offsetHeight };
    });
    let free = 0;
    tops.forEach((at, i) => {
      const top = Math.max(at.want, free);
      notes[i].style.top = `${top - at.para}px`;
      free = top + at.height + 9;
    });
    // The last note must not lie over what follows the text.
    const text = edition.querySelector('.text');
    text.style.minHeight = '';
    const short = free - (text.getBoundingClientRect().bottom + scrollY);
    if (short > 0) text.style.minHeight = `${text.offsetHeight + short}px`;
  }

  function light(numbers) {
    for (const lit of all('.lit', edition)) lit.classList.remove('lit');
    for (const number of numbers) {
      for (const part of all(`[data-s~="${number}"]`, edition)) if (!part.classList.contains('ref')) part.classList.add('lit');
    }
  }

  if (edition) {
    let held = null;
    const numbersOf = element => (element?.dataset.s ?? '').split(' ').filter(Boolean).slice(0, 1);
    // Where the margin has no room, a note stands at its words while these are pointed at, and moves no line.
    const peek = part => {
      for (const note of notes) if (note.classList.contains('peek')) { note.classList.remove('peek'); note.style.top = note.style.left = ''; }
      if (besides.matches || !part?.closest('.text, .headline') || part.closest('.note')) return;
      const note = notes.find(n => n.dataset.s === numbersOf(part)[0]);
      if (!note || note.classList.contains('at')) return;
      const rect = part.getClientRects()[0];
      note.classList.add('peek');
      note.style.left = `${Math.max(16, Math.min(rect.left, innerWidth - note.offsetWidth - 16))}px`;
      note.style.top = `${rect.top > note.offsetHeight + 12 ? rect.top - note.offsetHeight - 6 : rect.bottom + 6}px`;
    };
    edition.addEventListener('pointerover', event => {
      const part = event.target.closest('[data-s]');
      if (part) light(numbersOf(part)); else if (held) light(held); else light([]);
      peek(event.pointerType === 'mouse' ? part : null);
    });
    edition.addEventListener('pointerleave', () => peek(null));
    edition.addEventListener('focusin', event => {
      const part = event.target.closest('[data-s]');
      if (part) light(numbersOf(part));
      peek(event.target.matches(':focus-visible') ? part : null);
    });
    edition.addEventListener('focusout', () => peek(null));
    edition.addEventListener('click', event => {
      const part = event.target.closest('.text [data-s], .headline [data-s]');
      if (!part || event.target.closest('.note')) return;
      peek(null);
      held = numbersOf(part);
      const note = notes.find(n => n.dataset.s === held[0]);
      if (event.target.closest('.ref')) event.preventDefault();
      const wasOpen = note?.classList.contains('at');
      for (const other of notes) other.classList.remove('at');
      if (note && !wasOpen) {
        note.classList.add('at');
        history.replaceState(null, '', `#${note.id}`);
      } else {
        held = null;
        history.replaceState(null, '', location.pathname + location.search);
      }
      light(held ?? []);
      place();
    });
    place();
    document.fonts?.ready.then(place);
    new ResizeObserver(place).observe(edition.querySelector('.text'));
    besides.addEventListener('change', place);
    addEventListener('beforeprint', () => { for (const note of notes) note.style.top = ''; });
    addEventListener('afterprint', place);
    const start = notes.find(n => `#${n.id}` === location.hash);
    if (start) { start.classList.add('at'); held = [start.dataset.s]; light(held); place(); }
  }

  // --- The rail of a phone is one line: the view that is open is in sight -------------------------------------------------
  for (const open of all('.rail nav a[aria-current]')) {
    const rail = open.closest('nav');
    if (rail.scrollWidth > rail.clientWidth) rail.scrollLeft = open.offsetLeft - rail.offsetLeft - (rail.clientWidth - open.offsetWidth) / 2;
  }

  // --- Lists by keyboard -------------------------------------------------------------------------------------------
  const items = () => all('[data-item]', document.getElementById('main')).filter(item => edition || item.offsetParent !== null);
  function move(step) {
    const list = items();
    if (!list.length) return;
    const now = list.findIndex(item => item.classList.contains('at'));
    const next = list[Math.min(list.length - 1, Math.max(0, now < 0 ? (step > 0 ? 0 : list.length - 1) : now + step))];
    for (const item of list) item.classList.remove('at');
    next.classList.add('at');
    if (next.dataset.s && edition) {
      light([next.dataset.s]);
      history.replaceState(null, '', `#${next.id}`);
      place();
      (edition.querySelector(`.ref[data-s="${next.dataset.s}"]`) ?? next).scrollIntoView({ block: 'center' });
    } else {
      next.scrollIntoView({ block: 'nearest' });
    }
    next.querySelector('[data-open]')?.focus({ preventScroll: true });
  }

  let after = '';
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest?.('input, textarea, select');
    if (event.key === 'Escape') {
      if (typing) typing.blur();
      for (const item of all('.at')) item.classList.remove('at');
      if (edition) { light([]); place(); }
      return;
    }
    if (typing || document.querySelector('dialog[open]')) return;
    const led = after === 'g' ? all('[data-key]').find(link => link.dataset.key === event.key) : null;
    after = event.key;
    const judged = document.querySelector(`[data-item].at [data-hotkey="${CSS.escape(event.key)}"]`);
    if (judged) { event.preventDefault(); judged.click(); return; }
    if (led) { event.preventDefault(); led.click(); return; }
    const keys = {
      '/': () => (document.getElementById('q') ?? document.getElementById('find')).select(),
      'j': () => move(1),
      'k': () => move(-1),
      '?': doings.keys,
      't': doings.theme,
      'm': doings.marks,
      'Enter': () => { if (document.activeElement === document.body) document.querySelector('[data-item].at [data-open]')?.click(); },
    };
    if (keys[event.key]) {
      if (event.key !== 'Enter') event.preventDefault();
      keys[event.key]();
    }
  });

  // --- Parts of a page that the server renders anew ----------------------------------------------------------------
  async function fill(target, address) {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (!answer.ok) throw new Error(answer.statusText);
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
    target.replaceChildren(...part.body.childNodes);
  }

  // What is typed or moved is asked for a moment later; of several questions only the last one's answer is shown.
  function asker(target) {
    let last = 0, timer = 0;
    return addressOf => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const mine = ++last;
        const address = addressOf();
        target.setAttribute('aria-busy', 'true');
        try {
          const stage = document.createElement('div');
          await fill(stage, address);
          if (mine === last) target.replaceChildren(...stage.childNodes);
        } catch {
          if (mine === last) target.textContent = 'The page does not answer. Is sayso serve still running?';
        }
        target.removeAttribute('aria-busy');
      }, 90);
    };
  }

  for (const box of all('[data-live]')) {
    const ask = asker(document.getElementById(box.dataset.live));
    box.addEventListener('input', () => ask(() => {
      const address = new URL(box.form.action);
      if (box.value.trim()) address.searchParams.set('q', box.value);
      history.replaceState(null, '', address);
      address.searchParams.set('part', 'results');
      return address;
    }));
    if (box.value) box.setSelectionRange(box.value.length, box.value.length);
  }

  // --- A slider over days: the day in words at once, what was known on it a moment later ----------------------------
  for (const slide of all('input[data-fills]')) {
    const DAY = 864e5;
    const ask = asker(document.getElementById(slide.dataset.fills));
    const told = slide.form.querySelector('output');
    const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    slide.addEventListener('input', () => {
      const day = new Date(Date.parse(slide.dataset.first) + slide.valueAsNumber * DAY);
      const isNow = slide.value === slide.max;
      told.value = isNow ? 'now' : words.format(day);
      slide.setAttribute('aria-valuetext', told.value);
      ask(() => {
        const address = new URL(location.href);
        address.hash = '';
        if (isNow) address.searchParams.delete('asOf'); else address.searchParams.set('asOf', day.toISOString().slice(0, 10));
        history.replaceState(null, '', address);
        for (const field of all('input[type=hidden][name=asOf]')) field.value = address.searchParams.get('asOf') ?? '';
        address.searchParams.set('part', 'events');
        return address;
      });
    });
  }

  for (const part of all('[data-poll]')) {
    const ask = async () => {
      try {
        await fill(part, part.dataset.poll);
        if (part.querySelector('[data-ended]')) {
          if (part.dataset.then === 'reload') location.reload();
          const head = part.dataset.after && document.querySelector('h1');
          if (head) {
            document.title = document.title.replace(head.textContent, part.dataset.after);
            head.textContent = part.dataset.after;
          }
          return;
        }
      } catch {
        part.textContent = 'The page does not answer. Is sayso serve still running?';
        return;
      }
      setTimeout(ask, 400);
    };
    setTimeout(ask, 300);
  }

  // --- Files dropped --------------------------------------------------------------------------------------------------
  for (const drop of all('[data-drop]')) {
    const input = drop.querySelector('input[type=file]');
    const told = drop.querySelector('output');
    const tell = () => {
      const files = [...input.files];
      told.textContent = files.slice(0, 6).map(file => file.name).join(', ') + (files.length > 6 ? ` and ${files.length - 6} more` : '');
    };
    input.addEventListener('change', tell);
    for (const name of ['dragenter', 'dragover']) drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add('over'); });
    for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
    drop.addEventListener('drop', event => {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      tell();
    });
  }

  // --- Times: how long ago, true while the page is open ------------------------------------------------------------------
  const times = () => {
    for (const time of all('time[data-lately][datetime]')) {
      const minutes = (Date.now() - Date.parse(time.dateTime)) / 6e4;
      if (!(minutes >= 0 && minutes < 10080)) continue;
      const [count, unit] = minutes < 60 ? [Math.floor(minutes), 'minute'] : minutes < 1440 ? [Math.floor(minutes / 60), 'hour'] : [Math.floor(minutes / 1440), 'day'];
      time.textContent = count < 1 ? 'just now' : `${count} ${unit}${count === 1 ? '' : 's'} ago`;
    }
  };
  setInterval(times, 6e4);

  // --- Tables: sort by a column, copy ------------------------------------------------------------------------------------
  for (const table of all('table[data-table]')) {
    const heads = all('thead th', table);
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') !== 'descending' && (head.classList.contains('n') || head.hasAttribute('aria-sort'));
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const value = row => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
        const number = text => Number(text.replaceAll(',', ''));
        const rows = all('tbody tr', table).sort((a, b) => {
          const [x, y] = [value(a), value(b)];
          return (Number.isFinite(number(x)) && Number.isFinite(number(y)) ? number(x) - number(y) : x.localeCompare(y)) * (down ? -1 : 1);
        });
        table.tBodies[0].append(...rows);
      });
    });

    // As it stands now, sorted or not: for a spreadsheet, or a file.
    const cells = () => [heads, ...all('tbody tr', table).map(row => [...row.cells])].map(row => row.map(cell => cell.textContent.trim().replace(/\s+/g, ' ')));
    const taken = document.createElement('p');
    taken.className = 'taken';
    const act = (name, does) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet';
      button.textContent = name;
      button.addEventListener('click', () => does(button));
      taken.append(button);
    };
    act('Copy the table', async button => {
      try {
        await navigator.clipboard.writeText(cells().map(row => row.join('\t')).join('\n'));
        button.textContent = 'Copied';
      } catch {
        button.textContent = 'The browser does not let the page copy';
      }
    });
    act('Download, CSV', () => {
      const quoted = text => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([cells().map(row => row.map(quoted).join(',')).join('\r\n') + '\r\n'], { type: 'text/csv' }));
      link.download = `${document.title.replace(/ – Sayso$/, '').replace(/[^\p{L}\p{N}]+/gu, '-')}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    (table.closest('.scroll') ?? table).after(taken);
  }
})();

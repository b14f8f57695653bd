'use strict';
(() => {
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const main = document.querySelector('main');
  const search = document.getElementById('search');
  const shown = document.getElementById('shown');
  const notes = all('.note');
  const marks = new Map();
  for (const mark of all('mark')) {
    const { key } = mark.dataset;
    marks.set(key, [...(marks.get(key) || []), mark]);
  }
  const curves = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  curves.setAttribute('class', 'curves');
  curves.setAttribute('aria-hidden', 'true');
  main.append(curves);
  for (const part of all('.scripted')) part.hidden = false;

  // The finding that is looked at, and the one that the pointer is on.
  let chosen = null;
  let pointed = null;
  let place = -1;

  const isShown = (note) => note.getClientRects().length > 0;
  const noteOf = (key) => document.getElementById('n' + key);

  function element(name, attributes) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  // A curve from the near edge of a note to the line of each of its marks.
  function draw(key) {
    curves.replaceChildren();
    const note = key && noteOf(key);
    if (!note || !isShown(note) || getComputedStyle(curves).display === 'none') return;
    const base = main.getBoundingClientRect();
    const sheet = note.closest('.sheet');
    const edge = sheet.getBoundingClientRect();
    const card = note.getBoundingClientRect();
    if (note.closest('.loose')) return;
    const rtl = sheet.closest('.article').dir === 'rtl';
    const from = (rtl ? card.right : card.left) - base.left;
    const border = (rtl ? edge.left : edge.right) - base.left;
    const top = card.top - base.top + 22;
    const ink = getComputedStyle(note).getPropertyValue('--ink');
    curves.style.setProperty('--ink', ink);
    for (const mark of marks.get(key) || []) {
      const rects = mark.getClientRects();
      const rect = rects[rects.length - 1];
      if (!rect) continue;
      const x = (rtl ? rect.left : rect.right) - base.left;
      const y = rect.bottom - base.top + 1;
      const middle = (from + border) / 2;
      const path = `M${from} ${top}C${middle} ${top} ${middle} ${y} ${border} ${y}L${x} ${y}`;
      curves.append(element('path', { d: path }), element('circle', { cx: x, cy: y, r: 2.5 }));
    }
    curves.append(element('circle', { cx: from, cy: top, r: 3 }));
  }

  function light() {
    const key = pointed || chosen;
    for (const lit of all('.lit')) lit.classList.remove('lit');
    if (key) {
      for (const part of all(`[data-key="${CSS.escape(key)}"]`)) part.classList.add('lit');
    }
    draw(key);
  }

  function choose(key, move) {
    chosen = key;
    place = -1;
    const note = key && noteOf(key);
    if (note && move) {
      note.focus({ preventScroll: true });
      note.scrollIntoView({ block: 'center' });
    }
    light();
  }

  function step(by) {
    const list = notes.filter(isShown);
    if (!list.length) return;
    const at = list.findIndex((note) => note.dataset.key === chosen);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1);
    choose(list[next].dataset.key, true);
  }

  function stepPlace(by) {
    const list = (marks.get(chosen) || []).filter((mark) => mark.id);
    if (!list.length) return;
    place = place < 0 ? (by > 0 ? 0 : list.length - 1) : (place + by + list.length) % list.length;
    list[place].scrollIntoView({ block: 'center' });
    light();
  }

  function stepArticle(by) {
    const list = all('.article').filter(isShown);
    if (!list.length) return;
    const top = document.querySelector('.bar').offsetHeight + 8;
    const tops = list.map((article) => article.getBoundingClientRect().top - top);
    const at = by > 0 ? tops.findIndex((offset) => offset > 8) : tops.findLastIndex((offset) => offset < -8);
    if (at >= 0) list[at].scrollIntoView({ block: 'start' });
  }

  // Notes whose words do not hold the search, and articles of which no note is left, are not shown.
  function fit() {
    const words = search.value.trim().toLocaleLowerCase();
    for (const note of notes) {
      const out = words !== '' && !note.textContent.toLocaleLowerCase().includes(words);
      note.classList.toggle('unfit', out);
    }
    for (const article of all('.article')) {
      article.classList.remove('unfit');
      article.classList.toggle('unfit', !all('.note', article).some(isShown));
    }
    const count = notes.filter(isShown).length;
    shown.textContent = notes.length ? `${count} / ${notes.length}` : '';
    document.getElementById('none-left').hidden = count > 0 || notes.length === 0;
    light();
  }

  const keyOf = (target) => target instanceof Element && target.closest('[data-key]')?.dataset.key || null;
  document.addEventListener('pointerover', (event) => {
    const key = keyOf(event.target);
    if (key !== pointed) {
      pointed = key;
      light();
    }
  });
  document.addEventListener('click', (event) => {
    const key = keyOf(event.target);
    if (key) choose(key, event.target.localName === 'mark');
    for (const menu of all('.menu[open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener('focusin', (event) => {
    const key = keyOf(event.target);
    if (key && key !== chosen) choose(key, false);
  });
  document.addEventListener('change', fit);
  search.addEventListener('input', fit);
  addEventListener('resize', light);
  document.addEventListener('toggle', light, true);

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    n: () => stepPlace(1),
    p: () => stepPlace(-1),
    ']': () => stepArticle(1),
    '[': () => stepArticle(-1),
    '/': () => search.focus(),
    x: () => chosen && noteOf(chosen)?.querySelector('.seen input')?.click(),
    '?': () => { const help = document.querySelector('.keys'); help.open = !help.open; },
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      search.value = '';
      search.blur();
      pointed = null;
      for (const menu of all('.menu[open]')) menu.open = false;
      choose(null, false);
      fit();
      return;
    }
    if (event.target === search) {
      if (event.key === 'Enter') { search.blur(); step(1); }
      return;
    }
    // By place as well as by letter, so that the keys work while the keyboard writes Arabic.
    const letter = { KeyJ: 'j', KeyK: 'k', KeyN: 'n', KeyP: 'p', KeyX: 'x', BracketRight: ']', BracketLeft: '[' }[event.code];
    const act = keys[event.key] || keys[letter] || (event.code === 'Slash' && !event.shiftKey && keys['/']);
    if (act) {
      event.preventDefault();
      act();
    }
  });
  // A link to a note or a place chooses its finding.
  function follow() {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const key = target && keyOf(target);
    if (key) choose(key, false);
  }
  addEventListener('hashchange', follow);
  fit();
  follow();
})();

"""What is run inside pages. Every script returns a plain value and touches as little as it can."""

#: Before any script of the page: no second windows, no printing, no asking.
QUIET = """
(() => {
  window.open = () => null;
  window.print = () => {};
})()
"""

#: A number that changes while the page does.
STATE = """
(() => [document.title, document.readyState, document.documentElement.scrollHeight,
        document.getElementsByTagName('*').length,
        (document.body && document.body.innerText || '').length].join('|'))()
"""

#: How tall the page is, and the inner part that scrolls instead of it, if there is one.
EXTENT = """
(() => {
  const root = document.scrollingElement || document.documentElement;
  let inner = 0;
  if (root.scrollHeight <= innerHeight + 4) {
    for (const each of document.querySelectorAll('div,main,section,article,body')) {
      if (each.clientHeight > innerHeight / 2 && each.scrollHeight > each.clientHeight + 80) {
        const flow = getComputedStyle(each).overflowY;
        if (flow === 'auto' || flow === 'scroll')
          inner = Math.max(inner, each.scrollHeight - each.clientHeight);
      }
    }
  }
  return [root.scrollHeight, inner, innerHeight, root.scrollWidth];
})()
"""

SCROLL = "window.scrollTo({top: %d, behavior: 'instant'})"

#: Pictures that are not there yet, and those that never will be.
PICTURES = """
(() => {
  let waiting = 0, broken = 0;
  for (const each of document.images) {
    if (!each.currentSrc && !each.src) continue;
    if (!each.complete) { if (each.loading !== 'lazy' || each.getClientRects().length) waiting++; }
    else if (!each.naturalWidth && each.getClientRects().length) broken++;
  }
  return [waiting, broken];
})()
"""

#: Closes layers that lie over the page if they have a button that says so; returns the words of
#: those closed, and of those that stay.
LAYERS = r"""
(() => {
  const closing = new RegExp('^(×|✕|✖|x|关\\s*闭|关闭窗口|知道了|我知道了|我已知晓|同意|我同意'
    + '|同意并继续|全部接受|接受|接受全部|确定|好的?|暂不|跳过|accept( all)?( cookies)?|agree'
    + '|i agree|allow all|ok|got it|close|dismiss|no thanks)$', 'i');
  const told = /close|dismiss|关闭/i;
  const layers = [];
  for (const each of document.querySelectorAll('body *')) {
    const style = getComputedStyle(each);
    if (style.position !== 'fixed' || style.display === 'none' || style.visibility === 'hidden'
        || +style.opacity === 0) continue;
    const box = each.getBoundingClientRect();
    const wide = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
    const tall = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    if (wide <= 0 || tall <= 0) continue;
    const words = (each.innerText || '').trim();
    const covers = wide * tall > 0.2 * innerWidth * innerHeight;
    const cookies = /cookie|隐私|个人信息保护/i.test(words) && wide > innerWidth / 3;
    if ((covers || cookies) && !layers.some(one => one.contains(each))) layers.push(each);
  }
  const closed = [], left = [];
  for (const layer of layers) {
    const words = (layer.innerText || '').trim().replace(/\s+/g, ' ').slice(0, 60);
    const button = [...layer.querySelectorAll('button,a,span,i,div,input,img')].find(one => {
      const link = one.closest('a[href]');
      if (link && !/^(#|javascript:)/i.test(link.getAttribute('href'))) return false;
      if (!one.getClientRects().length) return false;
      const said = (one.innerText || one.value || '').trim();
      const name = [one.getAttribute('aria-label'), one.title, one.className, one.id].join(' ');
      return closing.test(said) || (!said && told.test(name));
    });
    if (button) { button.click(); closed.push([layer, words]); }
    else if (words || layer.querySelector('img,video,iframe')) left.push(words);
  }
  const shows = one => one.isConnected && one.getClientRects().length
    && getComputedStyle(one).visibility !== 'hidden';
  return new Promise(done => setTimeout(() => done([
    closed.filter(([one]) => !shows(one)).map(([, words]) => words),
    left.concat(closed.filter(([one]) => shows(one)).map(([, words]) => words)),
  ]), 350));
})()
"""

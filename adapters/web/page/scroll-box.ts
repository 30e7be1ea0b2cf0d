const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) if (target instanceof HTMLElement) settle(target);
});

/**
 * A box that scrolls can be reached by keyboard, and says what it is; one that shows everything is no stop on the
 * way. Which of them a box is changes with the window, and with what is in it.
 */
export function scrollBox(box: HTMLElement): void {
  settle(box);
  resized.observe(box);
}

/** Of an element without a role, a name is not allowed (WAI-ARIA 1.2, generic): it has both or none. */
function settle(box: HTMLElement): void {
  if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) {
    box.tabIndex = 0;
    box.role = 'region';
    box.ariaLabel = box.dataset['name'] ?? null;
  } else {
    for (const attribute of ['tabindex', 'role', 'aria-label']) box.removeAttribute(attribute);
  }
}

/** The gauge in the navigation and in menus, drawn here since it is part of every first load. */
export function PerformanceIcon() {
  return (
    <svg
      width="1em"
      height="1em"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2 12a6.5 6.5 0 1 1 12 0M8 10l3-3.6" />
    </svg>
  );
}

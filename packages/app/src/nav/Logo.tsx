import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    marginLeft: 20,
    color: '#fff',
    fontSize: 20,
    fontWeight: 600,
    letterSpacing: '0.01em',
  },
});

/** A gauge, and the name beside it while the sidebar is open. */
export function Logo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label="Dynoscope, home"
      >
        <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
          <g fill="none" stroke="#9cefe2" strokeWidth="3" strokeLinecap="round">
            <path d="M7 23a10.5 10.5 0 1 1 18 0" />
            <path d="m16 19 5-6.5" stroke="#fff" />
          </g>
        </svg>
        {isOpen && 'Dynoscope'}
      </Link>
    </div>
  );
}

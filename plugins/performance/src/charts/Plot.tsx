import type { ReactNode } from 'react';
import styles from './charts.module.css';
import type { Scale } from './scale';

/** One axis: where its values stand and which of them are written. */
export interface Axis {
  scale: Scale;
  ticks: readonly { at: number; text: string }[];
  title: string;
}

/** Pixels between the edges of the drawing and its frame. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The frame of every chart: hairlines at the ticks of the upright axis, marks below, titles at the ends. */
export function Plot(props: {
  frame: Frame;
  x: Axis;
  y: Axis;
  label: string;
  children: ReactNode;
}) {
  const { frame, x, y, label, children } = props;
  const end = frame.width - frame.right;
  const base = frame.height - frame.bottom;
  return (
    <svg
      className={styles.chart}
      width={frame.width}
      height={frame.height}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
    >
      {y.ticks.map(({ at, text }) => (
        <g key={at}>
          <path
            className={styles.hairline}
            d={`M${frame.left} ${y.scale(at)}H${end}`}
          />
          <text x={frame.left - 6} y={y.scale(at) + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {x.ticks.map(({ at, text }) => (
        <g key={at}>
          <path className={styles.axis} d={`M${x.scale(at)} ${base}v4`} />
          <text x={x.scale(at)} y={base + 16} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <path className={styles.axis} d={`M${frame.left} ${base}H${end}`} />
      {children}
      <text x={end} y={frame.height - 3} textAnchor="end">
        {x.title}
      </text>
      <text x={frame.left} y={frame.top - 4}>
        {y.title}
      </text>
    </svg>
  );
}

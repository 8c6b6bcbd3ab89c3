import styles from './foundations.module.css';

/** The class that sets the tokens of Dynoscope; dialogs and popovers need it too, since they leave their parent in the document. */
export const tokens = styles.root;

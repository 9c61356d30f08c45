'use client';
import { createContext, useContext } from 'react';

/** Asks the person to confirm who they are. Answers whether they did. */
export type AskStepUp = () => Promise<boolean>;

/** Where nobody is signed in there is nobody to ask. */
export const AskForStepUp = createContext<AskStepUp>(() => Promise.resolve(false));

export const useStepUp = (): AskStepUp => useContext(AskForStepUp);

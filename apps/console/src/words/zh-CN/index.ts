import account from './account.json';
import admin from './admin.json';
import common from './common.json';
import faults from './faults.json';
import keys from './keys.json';
import landing from './landing.json';
import overview from './overview.json';
import playground from './playground.json';
import preferences from './preferences.json';
import problems from './problems.json';
import recognitions from './recognitions.json';
import shell from './shell.json';
import signIn from './sign-in.json';
import titles from './titles.json';
import usage from './usage.json';

export const zhCN = { account, admin, common, faults, keys, landing, overview, playground, preferences, problems, recognitions, shell, signIn, titles, usage };

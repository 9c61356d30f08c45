import { loadingPage } from '../../../features/shell/loading-page';

export default loadingPage('ending');

import { NotFoundPage } from '../../features/faults/not-found-page';

export default NotFoundPage;

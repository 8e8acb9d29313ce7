import type { Issue } from '../model/issue.ts';
import type { Repository } from '../model/repository.ts';

/** Every visible change moves `updated_at`; two writes within a second share it, as on GitHub. */
export function touch(repository: Repository, issue: Issue, at: string): void {
  issue.updatedAt = at;
  repository.revision += 1;
}

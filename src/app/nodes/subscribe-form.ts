import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatButton } from '@angular/material/button';
import { nodeProblem } from './node-problem';
import { matchingSuggestions, type NodeSuggestion } from './node-suggestions';

/** A field for a node, with the known ones to choose from. */
@Component({
  selector: 'app-subscribe-form',
  imports: [MatAutocompleteModule, MatButton],
  templateUrl: './subscribe-form.html',
  styleUrl: './subscribe-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubscribeForm {
  /** Gives the known nodes. Asked only where somebody is at the field: it makes a few for each agent. */
  readonly suggestions = input.required<() => readonly NodeSuggestion[]>();
  readonly watched = input.required<ReadonlySet<string>>();
  readonly subscribeRequested = output<string>();

  private readonly offered = signal<readonly NodeSuggestion[]>([]);
  protected readonly text = signal('');
  protected readonly problem = signal<string | undefined>(undefined);
  protected readonly matching = computed(() =>
    matchingSuggestions(this.offered(), this.text(), this.watched()),
  );

  protected offer(): void {
    this.offered.set(this.suggestions()());
  }

  protected change(text: string): void {
    this.text.set(text);
    this.problem.set(undefined);
  }

  protected subscribe(event: Event): void {
    event.preventDefault();
    const node = this.text().trim();
    const problem = nodeProblem(node);
    this.problem.set(problem);
    if (problem === undefined) {
      this.subscribeRequested.emit(node);
      this.text.set('');
    }
  }
}

import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type ConnectionPhase } from 'finesse-tunnel';
import { causeWord } from './connection-move';
import { CONNECTION_MOVES } from './connection-moves';
import { DIAGRAM, DIAGRAM_ARROWS, DIAGRAM_BOXES } from './diagram-layout';
import { phaseLook } from './phase-look';

/** The state machine of the connection, and where in it the connection is. */
@Component({
  selector: 'app-state-diagram',
  templateUrl: './state-diagram.html',
  styleUrl: './state-diagram.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateDiagram {
  readonly phase = input.required<ConnectionPhase>();

  protected readonly size = DIAGRAM;
  protected readonly boxes = DIAGRAM_BOXES;
  protected readonly look = phaseLook;
  /** Those that lead away from here last, so that they lie on top. */
  protected readonly arrows = computed(() =>
    [...DIAGRAM_ARROWS].sort((a, b) => Number(this.isNext(a)) - Number(this.isNext(b))),
  );
  protected readonly next = computed(() =>
    CONNECTION_MOVES.filter(({ from }) => from === this.phase()).map(({ to, causes }) => ({
      to,
      word: phaseLook(to).word,
      why: causes.map(causeWord).join($localize`:@@diagram.or:, or `),
    })),
  );
  protected readonly label = computed(() => {
    const { word } = phaseLook(this.phase());
    return $localize`:@@diagram.label:State diagram of the connection. Now: ${word}:state:`;
  });

  protected isNext({ from }: { readonly from: ConnectionPhase }): boolean {
    return from === this.phase();
  }
}

export interface Note {
  readonly name: string;
  readonly text: string;
}

export interface SurveyedTimestamp {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly written: { readonly time: string | undefined; readonly label: string };
  readonly broken?: string | undefined;
}

export interface Survey {
  readonly notes: number;
  readonly characters: number;
  readonly milliseconds: number;
  readonly openingTags: number;
  readonly examples: readonly { readonly name: string; readonly offset: number; readonly source: string }[];
  readonly count: (kind: SurveyedTimestamp['kind'], row: string) => number;
}

export function survey(
  notes: Iterable<Note>,
  core: {
    readonly scan: (text: string) => readonly SurveyedTimestamp[];
    readonly interpret: (written: SurveyedTimestamp['written']) => { readonly how: string };
    readonly findDoubtful: (text: string) => readonly {
      readonly timestamp: Pick<SurveyedTimestamp, 'kind'>;
      readonly becomes: string | undefined;
    }[];
    readonly now?: () => number;
  },
): Survey;

export function surveyTable(survey: Survey): string;

export function surveyDetails(survey: Survey): string;

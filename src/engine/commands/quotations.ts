import { quoteLine } from '../../core/text';
import { moveQuotation, quotationAt } from '../../storage/repositories/codings';
import type { ChangeHandlers } from '../context';
import {
  deleteWithAll,
  knownQuotation,
  labelLength,
  passage,
  quotationFor,
  uniteQuotations,
} from './codings';
import { oneByOne } from './one-by-one';

/** Passages themselves, with whatever codes they have. */
export const quotationCommands: ChangeHandlers<'quotation.resize' | 'quotation.create' | 'quotation.delete'> =
  {
    'quotation.resize': (args) => (context) => {
      const { database } = context;
      const quotation = knownQuotation(database, args.id);
      const place = { sourceId: quotation.sourceId, start: args.start, end: args.end };
      const label = {
        key: 'quotation.resize',
        values: { quote: quoteLine(quotation.text, labelLength) },
      } as const;
      if (quotation.start === args.start && quotation.end === args.end)
        return { value: { id: quotation.id }, label };
      const cut = passage(context, place);
      const there = quotationAt(database, place);
      if (there) {
        uniteQuotations(context, quotation, there);
        return { value: { id: there.id }, label };
      }
      moveQuotation(database, quotation.id, { ...place, ...cut, at: context.now });
      return { value: { id: quotation.id }, label };
    },

    'quotation.create': (args) => (context) => {
      const quotation = quotationFor(context, args);
      return {
        value: { id: quotation.id },
        label: { key: 'quotation.create', values: { quote: quoteLine(quotation.text, labelLength) } },
      };
    },

    'quotation.delete': (args) =>
      function* (context) {
        const { database } = context;
        const quotations = args.ids.map((id) => knownQuotation(database, id));
        yield* oneByOne(quotations, ({ id }) => deleteWithAll(database, id));
        return {
          value: null,
          label:
            quotations.length === 1
              ? {
                  key: 'quotation.delete',
                  values: { quote: quoteLine(quotations[0]?.text ?? '', labelLength) },
                }
              : { key: 'quotation.delete.many', values: { count: quotations.length } },
        };
      },
  };

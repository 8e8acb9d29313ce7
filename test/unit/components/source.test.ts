import { expect, it } from 'vitest';
import { readSource } from '../../../components/ui/Source.tsx';

it.each([
  ['RICE (https://intercom.com/rice), 2016', 'RICE, 2016', 'https://intercom.com/rice'],
  ['Marty Cagan, https://svpg.com/risks/; the others are to be watched (our choice)', 'Marty Cagan; the others are to be watched (our choice)', 'https://svpg.com/risks/'],
  ['https://svpg.com/risks', '', 'https://svpg.com/risks'],
  ['Our choice (from two weeks on)', 'Our choice (from two weeks on)', null],
])('the source %s is read as its words and its address', (text, words, address) => expect(readSource(text)).toEqual({ words, address }));

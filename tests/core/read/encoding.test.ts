// Files that do not say in which encoding they are.
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/core/read/encoding';
import { encodedAs } from '../../support/encoded';

const russian = [
  'Привет! Сегодня мы поговорим о том, как работает нейронная сеть.',
  'ПОЧЕМУ ВСЁ ТАК? Ёлки-палки…\nНу, не знаю — спросите «Яндекс».',
  'Да, конечно.',
];
const chinese = [
  '大家好，欢迎来到我的频道。今天我们来讲一讲神经网络是怎么工作的。',
  '你好',
  '第一章：什么是机器学习？\n我们先看一个例子。',
];
const japanese = [
  'こんにちは、今日はニューラルネットワークについて話します。',
  'それでは始めましょう。\nカメラを見てください！',
  'はい',
];
const korean = ['안녕하세요 여러분, 오늘은 신경망에 대해 이야기해 보겠습니다.', '네, 알겠습니다.'];
const traditional = ['大家好，歡迎來到我的頻道。今天我們來講一講神經網路是怎麼運作的。'];
const western = [
  "Ça va, déjà vu, «très» bien, l'été.",
  'Fünf große Äpfel',
  '¿Qué tal? ¡Mañana!',
  'Smörgåsbord på öl',
];

const srt = (text: string): string => `1\n00:00:01,500 --> 00:00:04,000\n<i>${text}</i>\n`;
const cases = Object.entries({
  'windows-1251': russian,
  gb18030: chinese,
  shift_jis: japanese,
  'euc-kr': korean,
  big5: traditional,
  'windows-1252': western,
}).flatMap(([encoding, texts]) => texts.map((text) => ({ encoding, text })));

describe('the encoding of a file', () => {
  it.each(cases)('is found to be $encoding: $text', ({ encoding, text }) => {
    expect(decode(encodedAs(encoding, srt(text)))).toEqual({ text: srt(text), encoding, isDoubtful: false });
  });

  it.each(cases)('is UTF-8 wherever all of it can be: $text', ({ text }) => {
    expect(decode(new TextEncoder().encode(srt(text)))).toMatchObject({ text: srt(text), encoding: 'utf-8' });
    expect(decode(new TextEncoder().encode(`\uFEFF${text}`)).text).toBe(text);
  });

  it.each(cases)('is UTF-16 by its mark or its zeros: $text', ({ text }) => {
    for (const mark of ['\uFEFF', '']) {
      const units = Uint16Array.from(mark + srt(text), (one) => one.charCodeAt(0));
      const little = new Uint8Array(units.buffer);
      const big = little.map((_, at) => little[at ^ 1] ?? 0);
      expect(decode(little)).toMatchObject({ text: srt(text), encoding: 'utf-16le' });
      expect(decode(big)).toMatchObject({ text: srt(text), encoding: 'utf-16be' });
    }
  });

  it('is doubtful where no encoding fits, and of nothing it is UTF-8', () => {
    expect(decode(Uint8Array.from({ length: 400 }, (_, at) => 0x80 + (at % 32))).isDoubtful).toBe(true);
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', isDoubtful: false });
  });
});

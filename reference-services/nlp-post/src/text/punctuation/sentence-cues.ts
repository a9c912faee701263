import { Phrases } from '../phrases.ts';

/** What begins a sentence of its own when enough was said before it. */
export const openers = Phrases.of(
  'sau đó, tiếp theo, tiếp đến, tuy nhiên, tuy vậy, ngoài ra, bên cạnh đó, vì vậy, do đó, vì thế, mặt khác, đầu tiên, cuối cùng, xin cảm ơn, xin chân thành cảm ơn, cảm ơn, xin chào, xin mời, kính mời, trước hết, trước tiên, trong khi đó, hơn nữa, đặc biệt, nói tóm lại, tóm lại, theo đó, đồng thời, như vậy, ví dụ, thứ nhất, hiện nay, hiện tại, hôm nay, ngày mai, hôm qua, còn bây giờ, bây giờ, sáng nay, chiều nay, tối nay',
);

/** Time words open a sentence only where nothing before them leads to them. */
export const soft: ReadonlySet<string> = new Set(
  'hiện nay, hiện tại, hôm nay, ngày mai, hôm qua, bây giờ, sáng nay, chiều nay, tối nay, cảm ơn, đặc biệt, đồng thời, ví dụ, đầu tiên, cuối cùng, thứ nhất'.split(
    ', ',
  ),
);

/** After these nothing new begins. */
export const leading: ReadonlySet<string> = new Set(
  `và hoặc hay của là vào từ đến tới trong ngoài cho với về vì do bởi tại ở để mà thì nhưng nên nếu khi các những một cái con người
   đã đang sẽ không chưa phải cần rất quá hơn như theo trước sau xin hãy vui lòng được bị cả mỗi mọi này kia ấy chỉ cũng vẫn còn
   lúc ngày hôm tên số chào lời gửi trên dưới qua so bằng có nói rằng bước nhờ ngay ra lại muốn kể đặc mời chính gần làm nhất tôi chúng
   xin thể giữa họ ta anh chị ông bà em mình bạn nó ai mức thời điểm`.split(/\s+/),
);

/** After these a speaker goes on, however long the pause. */
export const dangling: ReadonlySet<string> = new Set(
  'và hoặc hay của là từ cho với vì mà nhưng nên nếu khi các những mỗi đã đang sẽ rất do bởi để thì như'.split(' '),
);

/** Clauses that begin with these are set off by a comma. */
export const commaBefore = Phrases.of(
  'nhưng, nhưng mà, song, tuy nhiên, mặc dù, dù vậy, trong khi, thế nhưng, chứ không, mà còn, cho nên, bởi vì, vì vậy, do đó, vì thế',
);

/** After these, at the start of a sentence, there is a pause. */
export const commaAfter = Phrases.of(
  'chào buổi sáng, chào buổi chiều, chào buổi tối, xin chào, xin chào quý vị, xin chào các bạn, xin chào mọi người, chào mọi người, kính thưa quý vị, thưa quý vị, thưa các đồng chí, dạ, vâng, dạ vâng, tuy nhiên, ngoài ra, bên cạnh đó, vì vậy, do đó, vì thế, mặt khác, đầu tiên, cuối cùng, sau đó, trước hết, trước tiên, trong khi đó, hơn nữa, tóm lại, nói tóm lại, theo đó, như vậy, ví dụ, thứ nhất, chào anh, chào chị, chào em, chào bạn, alo',
);

/** Words at the end by which a sentence asks. */
export const askingEnds = Phrases.of(
  'không, chưa, à, hả, nhỉ, sao, gì, nào, đâu, bao nhiêu, bao giờ, mấy giờ, thế nào, như thế nào, ra sao, ai, vậy, phải không, đúng không, được không, có phải không, có được không, bao lâu, bao xa, mấy, làm gì, khi nào, chứ, hay sao',
);

/** Words by which a question begins. */
export const askingStarts = Phrases.of(
  'tại sao, vì sao, làm sao, sao lại, bao giờ, khi nào, ai là, ai đã, có phải, liệu, làm thế nào, ở đâu, bao nhiêu người',
);

/** Words that may follow a question word politely. */
export const polite: ReadonlySet<string> = new Set([
  'ạ',
  'vậy',
  'thế',
  'nhỉ',
  'anh',
  'chị',
  'em',
  'bạn',
  'ông',
  'bà',
  'hả',
]);

export interface Syllable {
  readonly onset: string;
  /** Vowels and the consonants after them, without a tone. */
  readonly rime: string;
}

const onsets = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '));

const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt
   uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
   y yêm yên yêng yêt yêu`.split(/\s+/),
);

/** After `qu` and `gi`, whose last letter is a vowel, rimes are written without it. */
const afterQu = new Set('y ych yn ynh yt yên yêt yêu'.split(' '));
const afterGi = new Set('êc êm ên êng êp êt êu'.split(' '));

/** The parts of a syllable without a tone, in lower case; undefined when Vietnamese has no such syllable. */
export function syllableOf(letters: string): Syllable | undefined {
  for (let length = Math.min(3, letters.length - 1); length >= 0; length -= 1) {
    const onset = letters.slice(0, length);
    const rime = letters.slice(length);
    if (onsets.has(onset) && fits(onset, rime)) return { onset, rime };
  }
  return undefined;
}

function fits(onset: string, rime: string): boolean {
  if (onset === 'qu' && afterQu.has(rime)) return true;
  if (onset === 'gi' && afterGi.has(rime)) return true;
  if (onset === 'gi' && rime.startsWith('i')) return false;
  // `ua` and the like after q are `qu` and a rime.
  return rimes.has(rime);
}

/** Syllables that end in a stop have the acute or the dot below, never another tone. */
export function endsInStop(rime: string): boolean {
  return /(?:[ptc]|ch)$/.test(rime);
}

/** The check digit of cards (ISO/IEC 7812-1, Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const taxWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** The tenth digit of a Vietnamese tax code checks the nine before it. */
export function passesTaxCheck(digits: string): boolean {
  const sum = taxWeights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return 10 - (sum % 11) === Number(digits[9]);
}

/** An international bank account number (ISO 13616): its rest by 97 is 1. */
export function passesIban(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const letter of turned.toLowerCase()) {
    const value = Number.parseInt(letter, 36);
    if (Number.isNaN(value)) return false;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** The codes of provinces that begin a citizen's number. */
const provinces = new Set(
  `001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048
   049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096`.split(
    /\s+/,
  ),
);

/** Province, century with sex, and the year of birth of a citizen's twelve digits; nobody is born in the years to come. */
export function isCitizenNumber(digits: string): boolean {
  const century = Number(digits[3]);
  const year = 1900 + Math.floor(century / 2) * 100 + Number(digits.slice(4, 6));
  return provinces.has(digits.slice(0, 3)) && century <= 3 && year <= 2045;
}

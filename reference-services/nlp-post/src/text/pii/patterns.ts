import { findIbans, findInsuranceCards, findPassports, findPlates } from './find-codes.ts';
import { findHomes } from './find-homes.ts';
import {
  findAccountNumbers,
  findBankCards,
  findCitizenIds,
  findDrivingLicences,
  findIdentityCards,
  findInsuranceNumbers,
  findPhones,
  findPinNumbers,
  findSocialInsurance,
  findTaxCodes,
} from './find-numbers.ts';
import { findAddresses, findEmails, findSocialAccounts, findSpokenEmails } from './find-online.ts';
import { findBirthDates, findNames } from './find-people.ts';
import { findCredentials, findKeys, findPasswords, findPrivateKeys } from './find-secrets.ts';
import type { Finder } from './scan.ts';

/** One kind of personal data, as the contract lists it, with what finds it. */
export interface PersonalDataPattern {
  readonly id: string;
  readonly name: string;
  readonly category: 'identity' | 'contact' | 'person' | 'finance' | 'vehicle' | 'online';
  readonly description: string;
  readonly example: string;
  readonly replacement: string;
  readonly finders: readonly Finder[];
}

/** In the order in which they are tried: where two match, the earlier wins. */
export const patterns: readonly PersonalDataPattern[] = [
  {
    ...{ id: 'password', name: 'Mật khẩu và khóa truy cập', category: 'online' },
    description:
      'A password, PIN or one-time code after its cue, an API key, a private key, or a URL with credentials.',
    ...{ example: 'mật khẩu là Abc@12345', replacement: '[MẬT KHẨU]' },
    finders: [findPrivateKeys, findCredentials, findKeys, findPasswords, findPinNumbers],
  },
  {
    ...{ id: 'email', name: 'Địa chỉ thư điện tử', category: 'contact' },
    description: 'An e-mail address, written or read out.',
    ...{ example: 'lan.nguyen@example.vn', replacement: '[EMAIL]' },
    finders: [findEmails, findSpokenEmails],
  },
  {
    ...{ id: 'social-account', name: 'Tài khoản mạng xã hội', category: 'online' },
    description: "A page of a person in a social network, or the person's name there.",
    ...{ example: 'facebook.com/lan.nguyen', replacement: '[TÀI KHOẢN MẠNG XÃ HỘI]' },
    finders: [findSocialAccounts],
  },
  {
    ...{ id: 'ip-address', name: 'Địa chỉ IP', category: 'online' },
    description: 'An IPv4 or IPv6 address, or that of a network card.',
    ...{ example: '203.0.113.7', replacement: '[ĐỊA CHỈ IP]' },
    finders: [findAddresses],
  },
  {
    ...{ id: 'citizen-id', name: 'Số căn cước công dân', category: 'identity' },
    description: 'The twelve digits of a citizen identity card, whose first three are a province code.',
    ...{ example: '001099012345', replacement: '[SỐ CĂN CƯỚC]' },
    finders: [findCitizenIds],
  },
  {
    ...{ id: 'identity-card', name: 'Số chứng minh nhân dân', category: 'identity' },
    description: 'The nine digits of the older identity card, after its cue.',
    ...{ example: 'chứng minh nhân dân 012345678', replacement: '[SỐ CHỨNG MINH]' },
    finders: [findIdentityCards],
  },
  {
    ...{ id: 'passport', name: 'Số hộ chiếu', category: 'identity' },
    description: 'The letter and seven or eight digits of a passport.',
    ...{ example: 'hộ chiếu B1234567', replacement: '[SỐ HỘ CHIẾU]' },
    finders: [findPassports],
  },
  {
    ...{ id: 'driving-licence', name: 'Số giấy phép lái xe', category: 'identity' },
    description: 'The twelve digits of a driving licence, after its cue.',
    ...{ example: 'giấy phép lái xe 790123456789', replacement: '[SỐ GIẤY PHÉP LÁI XE]' },
    finders: [findDrivingLicences],
  },
  {
    ...{ id: 'tax-code', name: 'Mã số thuế', category: 'finance' },
    description: 'A tax code of ten digits after its cue, or of thirteen with a valid check digit.',
    ...{ example: 'mã số thuế 0100109106', replacement: '[MÃ SỐ THUẾ]' },
    finders: [findTaxCodes],
  },
  {
    ...{ id: 'social-insurance', name: 'Số bảo hiểm xã hội', category: 'identity' },
    description: 'The ten digits of social insurance, after its cue.',
    ...{ example: 'bảo hiểm xã hội 7912345678', replacement: '[SỐ BẢO HIỂM XÃ HỘI]' },
    finders: [findSocialInsurance],
  },
  {
    ...{ id: 'health-insurance', name: 'Số thẻ bảo hiểm y tế', category: 'identity' },
    description: 'The two letters and thirteen digits of a health insurance card, or its ten digits after its cue.',
    ...{ example: 'GD4797912345678', replacement: '[SỐ BẢO HIỂM Y TẾ]' },
    finders: [findInsuranceCards, findInsuranceNumbers],
  },
  {
    ...{ id: 'bank-card', name: 'Số thẻ ngân hàng', category: 'finance' },
    description: 'The number of a bank card: one that passes the Luhn check, or any after its cue.',
    ...{ example: '4111 1111 1111 1111', replacement: '[SỐ THẺ]' },
    finders: [findBankCards],
  },
  {
    ...{ id: 'bank-account', name: 'Số tài khoản ngân hàng', category: 'finance' },
    description: 'An account number after its cue, or an IBAN with a valid checksum.',
    ...{ example: 'số tài khoản 0071001234567', replacement: '[SỐ TÀI KHOẢN]' },
    finders: [findIbans, findAccountNumbers],
  },
  {
    ...{ id: 'phone-number', name: 'Số điện thoại', category: 'contact' },
    description: 'A Vietnamese mobile or landline number, in figures or spoken digit by digit.',
    ...{ example: '0912 345 678', replacement: '[SỐ ĐIỆN THOẠI]' },
    finders: [findPhones],
  },
  {
    ...{ id: 'licence-plate', name: 'Biển số xe', category: 'vehicle' },
    description: 'The plate of a car or motorcycle, with its province code.',
    ...{ example: '29A-123.45', replacement: '[BIỂN SỐ XE]' },
    finders: [findPlates],
  },
  {
    ...{ id: 'date-of-birth', name: 'Ngày sinh', category: 'person' },
    description: 'A date or year after a word of birth.',
    ...{ example: 'sinh ngày 20/11/1990', replacement: '[NGÀY SINH]' },
    finders: [findBirthDates],
  },
  {
    ...{ id: 'postal-address', name: 'Địa chỉ nhà', category: 'contact' },
    description: 'A house on a street, or an address after a word that announces it.',
    ...{ example: 'số 12 đường Nguyễn Trãi, quận Thanh Xuân, Hà Nội', replacement: '[ĐỊA CHỈ]' },
    finders: [findHomes],
  },
  {
    ...{ id: 'person-name', name: 'Họ tên', category: 'person' },
    description: 'The name of a person after a title or another word that announces it.',
    ...{ example: 'tôi tên là Nguyễn Văn An', replacement: '[HỌ TÊN]' },
    finders: [findNames],
  },
];

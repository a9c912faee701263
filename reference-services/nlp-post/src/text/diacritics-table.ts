/** Syllables typed without marks that can mean one word only, or that hardly ever mean another. */
export const unmarkedWords: Readonly<Record<string, string>> = {
  ...{ duoc: 'được', nguoi: 'người', viec: 'việc', nhieu: 'nhiều', nuoc: 'nước', truoc: 'trước', khong: 'không' },
  ...{ muon: 'muốn', cuoc: 'cuộc', tieng: 'tiếng', viet: 'việt', nguyen: 'nguyễn', truong: 'trường', thuong: 'thường' },
  ...{ giuong: 'giường', biet: 'biết', tiec: 'tiếc', chiec: 'chiếc', tiep: 'tiếp', hiep: 'hiệp', hiem: 'hiểm' },
  ...{ diem: 'điểm', dien: 'điện', thuoc: 'thuộc', luong: 'lượng', tuoi: 'tuổi', ruoi: 'rưỡi', muoi: 'mười' },
  ...{ buoi: 'buổi', cuoi: 'cuối', cuong: 'cường', phuong: 'phương', quyet: 'quyết', quyen: 'quyền', chuyen: 'chuyển' },
  ...{ thuyet: 'thuyết', duyet: 'duyệt', chuong: 'chương', xuong: 'xuống', thieu: 'thiếu', hieu: 'hiểu', kiem: 'kiểm' },
  ...{
    trieu: 'triệu',
    nghiep: 'nghiệp',
    nghiem: 'nghiêm',
    rieng: 'riêng',
    lien: 'liên',
    phieu: 'phiếu',
    huyen: 'huyện',
  },
  ...{ nghin: 'nghìn' },
};

/** Pairs typed without marks. */
export const unmarkedPhrases: readonly (readonly [typed: string, meant: string])[] = [
  ...([
    ['viet nam', 'việt nam'],
    ['ha noi', 'hà nội'],
    ['sai gon', 'sài gòn'],
    ['da nang', 'đà nẵng'],
  ] as const),
  ...([
    ['ho chi minh', 'hồ chí minh'],
    ['can tho', 'cần thơ'],
    ['hai phong', 'hải phòng'],
    ['hue', 'huế'],
  ] as const),
  ...([
    ['xin chao', 'xin chào'],
    ['cam on', 'cảm ơn'],
    ['xin loi', 'xin lỗi'],
    ['tam biet', 'tạm biệt'],
  ] as const),
  ...([
    ['hom nay', 'hôm nay'],
    ['hom qua', 'hôm qua'],
    ['ngay mai', 'ngày mai'],
    ['bay gio', 'bây giờ'],
  ] as const),
  ...([
    ['thoi gian', 'thời gian'],
    ['thong tin', 'thông tin'],
    ['cong ty', 'công ty'],
    ['cong viec', 'công việc'],
  ] as const),
  ...([
    ['dien thoai', 'điện thoại'],
    ['so dien thoai', 'số điện thoại'],
    ['dia chi', 'địa chỉ'],
  ] as const),
  ...([
    ['khach hang', 'khách hàng'],
    ['ngan hang', 'ngân hàng'],
    ['tai khoan', 'tài khoản'],
  ] as const),
  ...([
    ['ke hoach', 'kế hoạch'],
    ['cuoc hop', 'cuộc họp'],
    ['bao cao', 'báo cáo'],
    ['hop dong', 'hợp đồng'],
  ] as const),
  ...([
    ['du an', 'dự án'],
    ['san pham', 'sản phẩm'],
    ['dich vu', 'dịch vụ'],
    ['he thong', 'hệ thống'],
  ] as const),
  ...([
    ['thanh pho', 'thành phố'],
    ['chinh phu', 'chính phủ'],
    ['kinh te', 'kinh tế'],
    ['xa hoi', 'xã hội'],
  ] as const),
  ...([
    ['van de', 'vấn đề'],
    ['giao duc', 'giáo dục'],
    ['suc khoe', 'sức khỏe'],
    ['benh vien', 'bệnh viện'],
  ] as const),
  ...([
    ['hoc sinh', 'học sinh'],
    ['sinh vien', 'sinh viên'],
    ['giao vien', 'giáo viên'],
    ['bac si', 'bác sĩ'],
  ] as const),
  ...([
    ['gia dinh', 'gia đình'],
    ['ban be', 'bạn bè'],
    ['con nguoi', 'con người'],
    ['mot nguoi', 'một người'],
  ] as const),
  ...([
    ['co the', 'có thể'],
    ['vi du', 'ví dụ'],
    ['tat ca', 'tất cả'],
    ['chung toi', 'chúng tôi'],
  ] as const),
  ...([
    ['chung ta', 'chúng ta'],
    ['bat dau', 'bắt đầu'],
    ['ket thuc', 'kết thúc'],
    ['buoi sang', 'buổi sáng'],
  ] as const),
  ...([
    ['buoi chieu', 'buổi chiều'],
    ['dong y', 'đồng ý'],
    ['quan trong', 'quan trọng'],
    ['phat trien', 'phát triển'],
  ] as const),
];

/** Syllables that end in a stop and came without the tone that they must have. */
export const stopsWithoutTone: Readonly<Record<string, string>> = {
  ...{
    viêc: 'việc',
    môt: 'một',
    viêt: 'việt',
    biêt: 'biết',
    tôt: 'tốt',
    nhât: 'nhất',
    tât: 'tất',
    rât: 'rất',
    mât: 'mất',
  },
  ...{
    đươc: 'được',
    nươc: 'nước',
    trươc: 'trước',
    bươc: 'bước',
    cuôc: 'cuộc',
    thuôc: 'thuộc',
    quôc: 'quốc',
    đôc: 'độc',
  },
  ...{ tiêp: 'tiếp', nghiêp: 'nghiệp', hiêp: 'hiệp', chiêc: 'chiếc', đăc: 'đặc', băt: 'bắt', kêt: 'kết', hêt: 'hết' },
  ...{
    thât: 'thật',
    luât: 'luật',
    xuât: 'xuất',
    câp: 'cấp',
    lâp: 'lập',
    tâp: 'tập',
    gâp: 'gặp',
    thêt: 'thết',
    lôc: 'lộc',
  },
  ...{
    măt: 'mặt',
    săt: 'sắt',
    đât: 'đất',
    phât: 'phật',
    vât: 'vật',
    nhâp: 'nhập',
    châp: 'chấp',
    quyêt: 'quyết',
    đơt: 'đợt',
  },
};

/** `uo` without its marks is `ươ` in these, and `uô` in the others. */
export const hornedStems: ReadonlySet<string> = new Set(
  'nguoi muoi tuoi buoi đuoi luoi truong đuong nuoc đuoc truoc thuong phuong huong luong tuong chuong vuon guong vuot luot muot cuop buoc đuoi suong xuong nuong giuong muop buom'.split(
    ' ',
  ),
);

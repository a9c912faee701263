/** The family names of nearly all Vietnamese. */
export const surnames: ReadonlySet<string> = new Set(
  `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng mai tô hà tạ
   lưu châu quách cao tống thái la lương chu từ triệu kiều diệp vi nông bế ma hứa giang văn thạch sơn kim lục mạc nghiêm viên
   khổng cù quan ninh tăng lữ ông âu doãn đàm khúc ngụy thân tôn phí mẫn cung bành bạch`.split(/\s+/),
);

/** Family names that are no other word either, so that they begin a name without anything before them. */
export const sureSurnames: ReadonlySet<string> = new Set(
  'nguyễn trần lê phạm huỳnh phan vũ võ đặng bùi đỗ ngô trịnh trương đinh phùng hoàng lý đoàn lưu'.split(' '),
);

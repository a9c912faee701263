/** Syllables that middle and given names are made of. */
export const givenNames: ReadonlySet<string> = new Set(
  `văn thị hữu đức minh quang anh tuấn hùng dũng nam long hải sơn tùng thanh thành trung kiên cường mạnh hoàng huy phúc lộc thọ
   khoa khôi khang khánh bảo gia hưng thịnh vinh quân tiến đạt phong lâm bình an ân nhân nghĩa trí tín hiếu thảo trang linh lan hương
   huệ hồng hoa hạnh hiền hòa hằng nga ngọc ngân nhung như quỳnh phương thu thủy thúy thùy thư trâm trinh tuyết vân vy yến xuân
   hạ đông mai đào cúc trúc liên liễu loan ly my mỹ diễm diệu dung duyên giang hà châu chi chiến chính công cảnh cẩm bích bắc ánh
   ái đan đăng điệp đình đoan duy dương giáp hậu hiệp hoài hoàn hợp huân huyền hoan khải khiêm kim kỳ lam lệ lợi luân lương mẫn
   miên nguyên nguyệt nhã nhật nhi nhiên nhơn oanh phát phi phú phước phượng quốc quế quý quyên quyền quyết sang sáng sinh song
   tài tâm tân tấn thái thắng thạch thân thế thiên thiện thiệu thoa thông thuận thục thương tiên toàn toản tố trân triết triều
   trọng trường truyền tú tường tuệ tuyên tuyền uyên út viên viễn việt vĩnh vũ vui vượng xuyến ý yên lân trà thơ thơm lành luyến
   nụ sen bách cương cừ danh dậu doanh đại đắc điền đô đồng hào hân hiển hinh hoàng hoạt khanh kha khuê kiệt kiều lanh lê lĩnh
   na định năm nhàn ninh nữ tuyến sỹ sĩ tam thoại thuần thuyên tỉnh tín tôn trác vịnh vương diệp dân bá bửu cao chấn chung`.split(
    /\s+/,
  ),
);

/** Given names after which nobody would look for another word, for those that are told without a family name. */
export const commonGivenNames: ReadonlySet<string> = new Set(
  `lan hương huệ hồng hoa hạnh hiền hằng nga ngọc ngân nhung quỳnh phương thủy thúy thùy trang linh trâm trinh tuyết vân vy yến mai
   thảo thu tuấn hùng dũng nam long hải sơn tùng thành trung kiên cường huy khoa khôi khang hưng vinh quân đạt phong minh đức
   anh bình dung duyên giang hà loan ly my oanh quyên tâm thắng toàn tú uyên việt vũ`.split(/\s+/),
);

import { Phrases } from '../phrases.ts';

/** Names of streets, schools and books: nobody's personal data. */
export const publicNames = Phrases.of(
  `hồ chí minh, nguyễn du, nguyễn trãi, nguyễn huệ, trần hưng đạo, lê lợi, lý thường kiệt, lý thái tổ, ngô quyền, đinh bộ lĩnh,
   lê thánh tông, trần phú, võ nguyên giáp, phan bội châu, phan chu trinh, nguyễn đình chiểu, nguyễn thị minh khai, võ thị sáu,
   nguyễn văn cừ, nguyễn văn linh, phạm văn đồng, phạm ngũ lão, lê hồng phong, hoàng diệu, hoàng hoa thám, hoàng văn thụ,
   nguyễn chí thanh, nguyễn bỉnh khiêm, hồ xuân hương, đoàn thị điểm, cao bá quát, trần nhân tông, lê duẩn, lê quý đôn,
   chu văn an, nguyễn công trứ, tôn đức thắng, trịnh công sơn, nam cao, văn cao, nguyễn tất thành, lê lai, mạc đĩnh chi,
   bùi thị xuân, đặng thai mai, huỳnh thúc kháng, nguyễn khuyến, nguyễn nhật ánh, trần quốc toản, hai bà trưng, bà triệu`.replaceAll(
    /\s+/g,
    ' ',
  ),
);

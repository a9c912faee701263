/** Syllables that Vietnamese meetings are full of, the most frequent first. */
const common = (
  'là và của có không được cho một người những trong với các đã này khi đến từ thì cũng như về làm phải nhiều ' +
  'ra nói còn ở chúng ta tôi anh chị em sẽ đang năm tháng ngày hôm nay việc công ty khách hàng dự án kế hoạch ' +
  'doanh thu chi phí nhân sự phòng ban quý báo cáo kết quả thời gian vấn đề giải pháp hệ thống dữ liệu sản phẩm ' +
  'thị trường hợp đồng đối tác giá bán lợi nhuận tăng giảm phần trăm mục tiêu đánh giá chất lượng tiến độ'
).split(' ');
const onsets = 'b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const rhymes = 'an ang ao ât âu ên êt iêm iên inh oan ôi ông ơn uân ung ươi ương uyên yêu'.split(' ');

/** What is said about a topic: words that every meeting has, and a few that are the topic's own. */
export function sentenceAbout(topic: number, random: () => number): string {
  const length = 8 + Math.floor(random() * 14);
  const words = Array.from({ length }, () => (random() < 0.3 ? topicWord(topic, random) : commonWord(random)));
  return `${words.join(' ')}.`;
}

/** Words of a topic: eight of the hundreds that onsets and rhymes make. */
export function topicWord(topic: number, random: () => number): string {
  const place = topic * 8 + Math.floor(random() * 8);
  return `${onsets[(place * 7) % onsets.length]}${rhymes[Math.floor((place * 7) / onsets.length) % rhymes.length]}`;
}

/** The second is half as frequent as the first, the third a third (Zipf). */
function commonWord(random: () => number): string {
  return common[Math.floor(common.length ** random()) - 1] ?? 'là';
}

/** Draws the sample files shipped in `samples/`: `node tools/draw-samples.mjs`, after a build. Every name on them is invented. */
import { mkdir, writeFile } from 'node:fs/promises';
import { asPhoto, drawSheet } from '@inkproof/drawn-pages';

const samples = new URL('../samples/', import.meta.url);

const invoice = () => {
  const [widthPx, heightPx, left, right] = [1240, 1600, 110, 1130];
  const [navy, grey, ink] = ['#1d3557', '#5c6670', '#1a1a1a'];
  const money = (amount) => amount.toLocaleString('en-GB', { minimumFractionDigits: 2 });
  const items = [
    ['Laid paper A4, ivory, 500 sheets', 12, 14.8],
    ['Document boxes, acid free', 30, 6.25],
    ['Ink, iron gall, 250 ml', 8, 18.4],
    ['Label holders, brass', 120, 0.95],
    ['Delivery to Easthaven', 1, 24],
  ];
  const net = items.reduce((sum, [, quantity, price]) => sum + quantity * price, 0);
  const tax = Math.round(net * 20) / 100;

  return drawSheet({ widthPx, heightPx }, (pen) => {
    pen.fill(0, 0, widthPx, 14, navy);
    pen.text(left, 130, 'Larkfield Paper Company', { fontPx: 46, weight: 700, ink: navy });
    pen.text(left, 178, '14 Weir Street, Larkfield', { fontPx: 26, ink: grey });
    pen.text(right, 130, 'INVOICE', { fontPx: 46, weight: 700, ink, align: 'right' });

    pen.text(left, 290, 'Invoice number: LP-20418', { fontPx: 28 });
    pen.text(left, 336, 'Issue date: 18 April 2026', { fontPx: 28 });
    pen.text(left, 382, 'Payment due: 18 May 2026', { fontPx: 28 });
    pen.text(left, 428, 'Bill to: Easthaven City Archive, 3 Quay Road', { fontPx: 28 });

    const [quantity, unit, amount] = [760, 940, right];
    const row = (y, cells, style) => {
      pen.text(left, y, cells[0], style);
      [quantity, unit, amount].forEach((x, index) => pen.text(x, y, cells[index + 1], { ...style, align: 'right' }));
    };
    row(540, ['Description', 'Quantity', 'Unit price', 'Amount'], { fontPx: 28, weight: 700, ink: navy });
    pen.line(left, 562, right, 562, 3, navy);
    items.forEach(([what, count, price], index) => row(618 + index * 62, [what, String(count), money(price), money(count * price)], { fontPx: 28 }));
    pen.line(left, 900, right, 900, 2, grey);

    const sum = (y, name, value, style) => {
      pen.text(760, y, name, { ...style, align: 'right' });
      pen.text(right, y, money(value), { ...style, align: 'right' });
    };
    sum(956, 'Net total', net, { fontPx: 28 });
    sum(1006, 'Tax at 20%', tax, { fontPx: 28 });
    sum(1068, 'Total due (GBP)', net + tax, { fontPx: 34, weight: 700, ink: navy });

    pen.text(left, 1220, 'Thank you for your order.', { fontPx: 28 });
    pen.text(left, 1266, 'Goods were inspected and packed on 17 April 2026 by our warehouse in Larkfield.', { fontPx: 26 });
    pen.text(left, 1308, 'Please quote the invoice number with your payment.', { fontPx: 26 });
    pen.line(left, 1480, right, 1480, 1, grey);
    pen.text(widthPx / 2, 1526, 'Larkfield Paper Company makes and sells paper that lasts.', { fontPx: 22, ink: grey, align: 'center' });
  });
};

const deliveryNote = () => {
  const [widthPx, heightPx, left, right] = [1300, 1560, 110, 1190];
  const columns = [left, 190, 560, 770, 880, 1030, right];
  const items = [
    ['1', '档案盒（无酸纸）', '310×220', '个', '60', '12.50', '750.00'],
    ['2', '复印纸 A4', '80 克', '箱', '8', '168.00', '1344.00'],
    ['3', '装订线（棉）', '200 米', '卷', '15', '9.80', '147.00'],
    ['4', '标签纸', '50×30', '包', '24', '6.50', '156.00'],
    ['5', '书写墨水（黑）', '500 毫升', '瓶', '6', '35.00', '210.00'],
  ];
  return drawSheet({ widthPx, heightPx, paper: '#fdfdfb' }, (pen) => {
    pen.text(widthPx / 2, 140, '晴川纸业有限公司', { fontPx: 46, weight: 700, align: 'center' });
    pen.text(widthPx / 2, 214, '送货单', { fontPx: 54, weight: 700, align: 'center' });
    pen.text(left, 310, '单号：SH-20260418-07', { fontPx: 32 });
    pen.text(760, 310, '日期：2026年4月18日', { fontPx: 32 });
    pen.text(left, 366, '收货单位：北岭市图书馆', { fontPx: 32 });
    pen.text(760, 366, '订单：PO-2291', { fontPx: 32 });
    pen.text(left, 422, '送货地址：北岭市河滨路 18 号一层库房', { fontPx: 32 });

    const row = (y, cells, style) => cells.forEach((cell, index) => pen.text(columns[index], y, cell, { ...style, align: index === columns.length - 1 ? 'right' : 'left' }));
    pen.line(left, 466, right, 466, 3);
    row(520, ['序号', '品名', '规格', '单位', '数量', '单价', '金额'], { fontPx: 32, weight: 700 });
    pen.line(left, 546, right, 546, 2);
    items.forEach((cells, index) => row(608 + index * 64, cells, { fontPx: 32 }));
    pen.line(left, 902, right, 902, 2);
    pen.text(left, 962, '合计：共 113 件，金额 2607.00 元', { fontPx: 34, weight: 700 });
    pen.text(left, 1040, '备注：货物到达后请当面清点数量，如有破损请于三日内告知。', { fontPx: 32 });
    pen.text(left, 1096, '本单一式两份，收货单位与送货单位各执一份。', { fontPx: 32 });

    pen.text(left, 1250, '送货单位（章）：', { fontPx: 32 });
    pen.text(left, 1390, '收货人签字：', { fontPx: 32 });
    pen.line(300, 1398, 560, 1398, 2);
    stamp(pen, 930, 1300);
  });
};

/** A red rubber stamp, put down a little askew as stamps are. */
const stamp = (pen, x, y) => {
  const red = '#c0392b';
  pen.canvas.save();
  pen.canvas.translate(x, y);
  pen.canvas.rotate(-0.07);
  pen.canvas.strokeStyle = red;
  pen.canvas.lineWidth = 6;
  pen.canvas.strokeRect(-170, -80, 340, 160);
  pen.text(0, -8, '货已验收', { fontPx: 54, weight: 700, ink: red, align: 'center' });
  pen.text(0, 52, '2026年4月18日', { fontPx: 32, ink: red, align: 'center' });
  pen.canvas.restore();
};

await mkdir(samples, { recursive: true });
await writeFile(new URL('invoice-en.png', samples), invoice());
const photo = { seed: 18, sizePx: { width: 1440, height: 1720 }, corners: [[92, 70], [1362, 96], [1386, 1650], [58, 1628]], jpegQuality: 78 };
await writeFile(new URL('delivery-note-zh.jpg', samples), await asPhoto(deliveryNote(), photo));

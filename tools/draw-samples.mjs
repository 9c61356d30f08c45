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
  const items = [
    ['无酸档案盒', 60, '个', 12.5],
    ['复印纸 A4', 8, '箱', 168],
    ['棉质装订线', 15, '卷', 9.8],
    ['空白标签纸', 24, '包', 6.5],
    ['黑色书写墨水', 6, '瓶', 35],
  ];
  const pieces = items.reduce((sum, [, count]) => sum + count, 0);
  const total = items.reduce((sum, [, count, , price]) => sum + count * price, 0);
  return drawSheet({ widthPx, heightPx, paper: '#fdfdfb' }, (pen) => {
    pen.text(widthPx / 2, 150, '云川纸业有限公司送货单', { fontPx: 50, weight: 700, align: 'center' });
    pen.line(left, 200, right, 200, 3);
    ['单号：SH-20260418-07', '日期：2026年4月18日', '收货单位：北岭市图书馆', '送货地址：北岭市河滨路 18 号一层库房'].forEach((line, index) => pen.text(left, 272 + index * 58, line, { fontPx: 32 }));

    pen.line(left, 490, right, 490, 2);
    items.forEach(([what, count, unit, price], index) => {
      pen.text(left, 560 + index * 64, `${index + 1}、${what}，${count} ${unit}，单价 ${price.toFixed(2)} 元，金额 ${(count * price).toFixed(2)} 元`, { fontPx: 32 });
    });
    pen.line(left, 860, right, 860, 2);
    pen.text(left, 930, `合计：共 ${pieces} 件，金额 ${total.toFixed(2)} 元`, { fontPx: 36, weight: 700 });
    pen.text(left, 1020, '备注：货物到达后请当面清点数量，如有破损请于三日内告知。', { fontPx: 32 });
    pen.text(left, 1078, '本单一式两份，收货单位与送货单位各执一份。', { fontPx: 32 });

    pen.text(left, 1250, '送货单位盖章：', { fontPx: 32 });
    pen.text(left, 1400, '收货人签字：', { fontPx: 32 });
    pen.line(310, 1410, 600, 1410, 2);
    stamp(pen, 930, 1310);
  });
};

/** A red rubber stamp, put down a little askew as stamps are. */
const stamp = (pen, x, y) => {
  const red = '#c0392b';
  pen.canvas.save();
  pen.canvas.translate(x, y);
  pen.canvas.rotate(-0.035);
  pen.canvas.strokeStyle = red;
  pen.canvas.lineWidth = 6;
  pen.canvas.strokeRect(-170, -80, 340, 160);
  pen.text(0, -8, '货已验收', { fontPx: 54, weight: 700, ink: red, align: 'center' });
  pen.text(0, 54, '2026年4月18日', { fontPx: 36, ink: red, align: 'center' });
  pen.canvas.restore();
};

await mkdir(samples, { recursive: true });
await writeFile(new URL('invoice-en.png', samples), invoice());
const photo = { seed: 18, sizePx: { width: 1440, height: 1720 }, corners: [[78, 92], [1360, 80], [1396, 1648], [56, 1658]], jpegQuality: 78 };
await writeFile(new URL('delivery-note-zh.jpg', samples), await asPhoto(deliveryNote(), photo));

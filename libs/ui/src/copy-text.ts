/**
 * Puts text on the clipboard and says whether it got there.
 * Browsers hide `navigator.clipboard` outside HTTPS and localhost, and a self-hosted console is often opened by its address on the local network.
 */
export const copyText = async (text: string): Promise<boolean> => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
};

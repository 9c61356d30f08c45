"""Reads a feed on standard input as a reader would, with nothing of ours: its entries as JSON."""
import html
import json
import sys
import xml.etree.ElementTree as tree
from email.utils import parsedate_to_datetime



def shown(words):
    """What stands there is HTML, and is shown as such."""
    assert not set('<>') & set(words.replace('<br>', ''))
    return html.unescape(words.replace('<br>', '\n'))


ATOM = '{http://www.w3.org/2005/Atom}'
root = tree.fromstring(sys.stdin.buffer.read())
if root.tag == 'rss':
    assert root.get('version') == '2.0'
    entries = [{'id': item.findtext('guid'), 'title': item.findtext('title'), 'words': shown(item.findtext('description')), 'at': parsedate_to_datetime(item.findtext('pubDate')).timestamp()} for item in root.find('channel').findall('item')]
else:
    assert root.tag == ATOM + 'feed' and root.findtext(ATOM + 'id') and root.findtext(ATOM + 'updated')
    from datetime import datetime
    entries = [{'id': entry.findtext(ATOM + 'id'), 'title': entry.findtext(ATOM + 'title'), 'words': shown(entry.findtext(ATOM + 'content')), 'at': datetime.fromisoformat(entry.findtext(ATOM + 'updated').replace('Z', '+00:00')).timestamp()} for entry in root.findall(ATOM + 'entry')]
json.dump(entries, sys.stdout)
